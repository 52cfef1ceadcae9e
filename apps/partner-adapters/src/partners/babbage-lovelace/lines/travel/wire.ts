import { anyNumber, one } from '@app/partner-kit';
import { z } from 'zod';
import type { BabbageQuestion } from '../../acord.js';
import { coverage, priced } from '../answer.js';

export type BabbageTravelOption = 'ADVENTURE';

/** `PersPkgPolicyQuoteInqRq` (partners.md B.2); `medicalLimitMinor`, in US cents, is what its answer will not repeat. */
export interface BabbageTravelQuestion extends BabbageQuestion {
  readonly medicalLimitMinor: number;
}

/** `TRAVELLER_n` for each traveller, and what applies to all of them. */
const coverageCode = z.union([
  z.templateLiteral(['TRAVELLER_', z.int().min(1)]),
  z.literal('GROUP'),
  z.literal('ADVENTURE'),
]);
export type BabbageTravelCoverage = z.infer<typeof coverageCode>;

/** A priced trip: amounts in paise. */
export const babbageTravelQuote = z.object({
  ...priced,
  PersTravelLineBusiness: one(z.object({ Coverage: anyNumber(coverage(coverageCode)) })),
});
export type BabbageTravelQuote = z.infer<typeof babbageTravelQuote>;
