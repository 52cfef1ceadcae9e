import { type Fault, isProductLineId, PRODUCT_LINES, type ProductLine, type ProductLineId } from '@app/product-lines';

/** The slugs of the partners that sell a line. */
export type SellersOf = (line: ProductLineId) => readonly string[];

type Fields = Record<string, unknown>;

const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** The fields of one section that have no fault of their own, so that checks across fields can still speak. */
function soundFields(section: string, body: Fields, faults: readonly Fault[]): Fields {
  const unsound = new Set(
    faults
      .map(({ pointer }) => pointer.split('/').slice(1))
      .filter(([head]) => head === section)
      .map(([, field]) => field ?? ''),
  );
  if (unsound.has('')) return {};
  return Object.fromEntries(Object.entries(record(body[section])).filter(([field]) => !unsound.has(field)));
}

function consentFaults({ purposes }: Fields): Fault[] {
  if (!Array.isArray(purposes) || purposes.includes('SHARE_WITH_PARTNERS')) return [];
  const detail = 'without SHARE_WITH_PARTNERS no insurer may be asked';
  return [{ pointer: '/consent/purposes', code: 'CONSENT', detail }];
}

function partnerFaults(partners: unknown, sellers: readonly string[]): Fault[] {
  if (!Array.isArray(partners)) return [];
  if (partners.length === 0)
    return [{ pointer: '/partners', code: 'RANGE', detail: 'name at least one, or leave it out' }];
  return partners
    .filter((partner) => !sellers.includes(partner))
    .map((partner) => ({
      pointer: '/partners',
      code: 'UNKNOWN_CODE',
      detail: `${JSON.stringify(partner)} does not sell this product line; ${sellers.join(', ')} do`,
    }));
}

function birthFaults({ dateOfBirth }: Fields, start: string | undefined): Fault[] {
  if (typeof dateOfBirth !== 'string' || start === undefined || dateOfBirth <= start) return [];
  return [{ pointer: '/proposer/dateOfBirth', code: 'DATE_ORDER', detail: `born after the policy starts (${start})` }];
}

const pincodeOf = ({ pincode }: Fields) => (typeof pincode === 'string' ? { pincode } : {});

const findLine = (id: unknown): ProductLine<Fields, unknown> | undefined =>
  // Only fields that the line's own questions found sound are handed to it, which the compiler cannot follow.
  isProductLineId(id) ? (PRODUCT_LINES[id] as unknown as ProductLine<Fields, unknown>) : undefined;

/** What single fields cannot say, over those that are well formed. */
export function crossFaults(input: unknown, faults: readonly Fault[], sellersOf: SellersOf): Fault[] {
  const body = record(input);
  const consent = consentFaults(soundFields('consent', body, faults));
  const line = findLine(body.productLine);
  if (line === undefined) return consent;
  const risk = soundFields('risk', body, faults);
  const proposer = soundFields('proposer', body, faults);
  const partners = faults.some(({ pointer }) => pointer.startsWith('/partners')) ? undefined : body.partners;
  return [
    ...consent,
    ...line.check(risk, pincodeOf(proposer)),
    ...birthFaults(proposer, line.startDate(risk)),
    ...partnerFaults(partners, sellersOf(line.id)),
  ];
}
