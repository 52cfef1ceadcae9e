import type { CanonicalRequest } from '@app/contracts';
import type { PartnerDescription } from './partner-description.js';
import type { ExpectedReply } from './policy-description.js';

/** What is known to work of a partner's policies, or why it cannot be. */
export interface PolicyCoverageRow {
  readonly partner: string;
  /** Of examples. */
  readonly line: CanonicalRequest['productLine'] | null;
  readonly kind: 'EXAMPLE' | 'ERROR';
  /** An example's name, or a code of the partner's. */
  readonly what: string;
  /** The outcome of the one try, with the category where there is no policy: `REFUSED QUOTE_EXPIRED`. */
  readonly means: string | null;
  readonly leftOut: string | null;
}

const meaningOf = ({ outcome, error }: ExpectedReply): string =>
  error === undefined ? outcome : `${outcome} ${error.category}`;

/** Partner × line × case, as the suite runs them for policies. */
export function policyCoverageOf({ adapter, policies }: PartnerDescription): PolicyCoverageRow[] {
  const base = { partner: adapter.manifest.id, line: null, means: null, leftOut: null };
  return [
    ...policies.examples.map(({ name, order, reply }) => ({
      ...base,
      line: order.request.productLine,
      kind: 'EXAMPLE' as const,
      what: name,
      means: meaningOf(reply),
    })),
    ...policies.refusals.map(({ code, reply }) => ({
      ...base,
      kind: 'ERROR' as const,
      what: code,
      means: meaningOf(reply),
    })),
    ...policies.codesLeftOut.flatMap(({ because, codes }) =>
      codes.map((code) => ({ ...base, kind: 'ERROR' as const, what: code, leftOut: because })),
    ),
  ];
}
