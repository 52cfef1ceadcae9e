import type { CanonicalRequest } from '@app/contracts';
import type { DeclineCategory, ErrorCategory } from '@app/domain';
import { isLeftOut, type OrReason } from './described.js';
import type { PartnerDescription, Refusal } from './partner-description.js';
import { TRANSPORT_FAULTS } from './transport-faults.js';

/** One thing that is known to work, or why it cannot be. */
export interface CoverageRow {
  readonly partner: string;
  /** Null where the line makes no difference: whatever the transport or an error code says. */
  readonly line: CanonicalRequest['productLine'] | null;
  readonly operation: 'quote';
  readonly kind: 'EXAMPLE' | 'DECLINE' | 'ERROR' | 'ANSWER' | 'TRANSPORT';
  /** An example's name, a code of the partner's, what is wrong with an answer, what happens to it on its way. */
  readonly what: string;
  /** The HTTP status that an error code came with; null where it is not in the answer but in a push. */
  readonly status: number | null;
  /** What it is read as; null for what is not refused, and for what is left out without being in the registry. */
  readonly category: ErrorCategory | DeclineCategory | null;
  /** Of failures: whether the same call may succeed later. */
  readonly retryable: boolean | null;
  readonly leftOut: string | null;
}

type Facts = Partial<CoverageRow>;

const SINGLE_CASES = [
  ['errorInSuccess', 'an error inside a success status'],
  ['wrongCurrency', 'a price in another currency'],
  ['brokenSums', 'sums that do not hold'],
  ['answerToAnother', 'an answer to another request'],
] as const;

const reasonOf = (given: OrReason<object>): string | null => (isLeftOut(given) ? given.leftOut : null);

const refusalFacts = ({ answer, category, retryable }: Refusal): Facts => ({
  status: answer.pushes === undefined ? answer.status : null,
  category,
  retryable,
});

/** What the registry says of a code that no quote call gets. */
function leftOutFacts({ adapter }: PartnerDescription, code: string): Facts {
  const { errorCodes, declineCodes } = adapter.manifest;
  const declined = Object.hasOwn(declineCodes, code) ? declineCodes[code] : undefined;
  if (declined !== undefined) return { kind: 'DECLINE', category: declined };
  return Object.hasOwn(errorCodes, code) ? { ...errorCodes[code] } : {};
}

function singleFacts(description: PartnerDescription, name: (typeof SINGLE_CASES)[number][0]): Facts {
  const given = description[name];
  return isLeftOut(given) ? { leftOut: given.leftOut } : { category: given.category };
}

/** Partner × line × operation × case, as the suite runs them: data for a table of what is covered. */
export function coverageOf(description: PartnerDescription): CoverageRow[] {
  const { adapter, examples, declines, refusals, codesLeftOut, rateLimit, notAsked, faultsLeftOut = {} } = description;
  const row = (kind: CoverageRow['kind'], what: string, facts: Facts): CoverageRow => ({
    partner: adapter.manifest.id,
    line: null,
    operation: 'quote',
    kind,
    what,
    status: null,
    category: null,
    retryable: null,
    leftOut: null,
    ...facts,
  });
  return [
    ...examples.map(({ name, request }) => row('EXAMPLE', name, { line: request.productLine })),
    ...declines.map(({ code, category, request }) => row('DECLINE', code, { line: request.productLine, category })),
    ...refusals.map((refusal) => row('ERROR', refusal.code, refusalFacts(refusal))),
    ...codesLeftOut.flatMap(({ because, codes }) =>
      codes.map((code) => row('ERROR', code, { ...leftOutFacts(description, code), leftOut: because })),
    ),
    row('ANSWER', 'a rate limit, with the time to wait', {
      category: 'RATE_LIMITED',
      leftOut: reasonOf(rateLimit),
    }),
    ...SINGLE_CASES.map(([name, what]) => row('ANSWER', what, singleFacts(description, name))),
    row('ANSWER', 'a request that it is not asked for', { category: 'UNSUPPORTED', leftOut: reasonOf(notAsked) }),
    ...TRANSPORT_FAULTS.map(({ name, category, retryable }) =>
      row('TRANSPORT', name, { category, retryable, leftOut: faultsLeftOut[name] ?? null }),
    ),
  ];
}
