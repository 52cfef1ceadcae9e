import type { Result } from '@app/domain';
import { ok, refused } from '@app/domain';
import { type Fault, PRODUCT_LINE_IDS, PRODUCT_LINES, type ProductLineId } from '@app/product-lines';
import { z } from 'zod';
import { CHANNELS, consentFields, PURPOSES } from '../canonical-request.js';
import { proposerFields } from '../proposer.js';
import { faultsOf } from './faults.js';

/** Body of `POST /v1/quote-requests`: required is what the examples contain; unknown fields are refused. */
export const quoteRequestBody = z.strictObject({
  productLine: z.enum(PRODUCT_LINE_IDS),
  country: z.literal('IN').nullish(),
  currency: z.literal('INR').nullish(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a BCP 47 tag, en-IN')
    .max(35)
    .nullish(),
  channel: z.enum(CHANNELS).nullish(),
  purpose: z.enum(PURPOSES).nullish(),
  partners: z.array(z.string().max(100)).max(100).nullish(),
  consent: z.strictObject({ ...consentFields, withdrawnAt: z.null().optional() }),
  proposer: z.strictObject(proposerFields),
  risk: PRODUCT_LINES['motor-four-wheeler'].questions,
});

export type QuoteRequestBody = z.infer<typeof quoteRequestBody>;

type Draft = Partial<Record<keyof QuoteRequestBody, unknown>>;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** The fields of one section that have no fault of their own, so that checks across fields can still speak. */
function soundFields(section: string, body: Draft, faults: readonly Fault[]): Record<string, unknown> {
  const unsound = new Set(
    faults
      .map(({ pointer }) => pointer.split('/').slice(1))
      .filter(([head]) => head === section)
      .map(([, field]) => field ?? ''),
  );
  if (unsound.has('')) return {};
  const fields = Object.entries(record(body[section as keyof Draft]));
  return Object.fromEntries(fields.filter(([field]) => !unsound.has(field)));
}

function consentFaults(body: Draft, faults: readonly Fault[]): Fault[] {
  const { purposes } = soundFields('consent', body, faults);
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

function birthFaults(body: Draft, faults: readonly Fault[], start: string | undefined): Fault[] {
  const { dateOfBirth } = soundFields('proposer', body, faults);
  if (typeof dateOfBirth !== 'string' || start === undefined || dateOfBirth <= start) return [];
  return [{ pointer: '/proposer/dateOfBirth', code: 'DATE_ORDER', detail: `born after the policy starts (${start})` }];
}

const isProductLine = (value: unknown): value is ProductLineId => PRODUCT_LINE_IDS.some((id) => id === value);

/** What single fields cannot say, over those that are well formed. */
function crossFaults(body: Draft, faults: readonly Fault[], sellersOf: SellersOf): Fault[] {
  const found = consentFaults(body, faults);
  if (!isProductLine(body.productLine)) return found;
  const line = PRODUCT_LINES[body.productLine];
  const risk = soundFields('risk', body, faults);
  const partners = faults.some(({ pointer }) => pointer.startsWith('/partners')) ? undefined : body.partners;
  return [
    ...found,
    ...line.check(risk),
    ...birthFaults(body, faults, line.startDate(risk)),
    ...partnerFaults(partners, sellersOf(body.productLine)),
  ];
}

/** The slugs of the partners that sell a line. */
export type SellersOf = (line: ProductLineId) => readonly string[];

/** A checked body, or every fault of it at once. */
export function checkQuoteRequest(body: unknown, sellersOf: SellersOf): Result<QuoteRequestBody, Fault[]> {
  const parsed = quoteRequestBody.safeParse(body);
  const faults = parsed.success ? [] : faultsOf(parsed.error, body);
  const all = [...faults, ...crossFaults(record(body), faults, sellersOf)];
  return parsed.success && all.length === 0 ? ok(parsed.data) : refused(all);
}
