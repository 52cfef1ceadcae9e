import { anyNumber, atMostOne, one } from '@app/partner-kit';
import { z } from 'zod';
import type { BabbageQuestion } from '../../acord.js';
import { code } from '../../message-status.js';
import { coverage, paise, priced } from '../answer.js';

export type BabbageCover = 'CO' | 'OD' | 'LO';
export type BabbageAddOn = 'ZDEP' | 'RSA' | 'ENGP' | 'RTI' | 'CONS' | 'PAOD';

/** `PersAutoPolicyQuoteInqRq` (partners.md B.2). */
export interface BabbageMotorQuestion extends BabbageQuestion {
  readonly cover: BabbageCover;
}

const COVERAGES = ['OD', 'NCB', 'ZDEP', 'RSA', 'ENGP', 'RTI', 'CONS', 'TP', 'PAOD', 'FEE'] as const;
export type BabbageMotorCoverage = (typeof COVERAGES)[number];

const vehicle = z.object({
  StatedValueAmt: atMostOne(paise),
  Coverage: anyNumber(coverage(z.enum(COVERAGES))),
  Deductible: anyNumber(z.object({ DeductibleTypeCd: one(code), FormatCurrencyAmt: one(paise) })),
});

const quote = z.object({ ...priced, PersAutoLineBusiness: one(z.object({ PersVeh: one(vehicle) })) });

/** A priced car: amounts in paise. */
export type BabbageMotorQuote = z.infer<typeof quote>;

/** What B may price of this request: all but liability cover has an insured value. */
export const babbageQuoteOf = ({ cover }: BabbageMotorQuestion): z.ZodType<BabbageMotorQuote> =>
  quote.refine(({ PersAutoLineBusiness: { PersVeh } }) => cover === 'LO' || PersVeh.StatedValueAmt !== undefined, {
    path: ['PersAutoLineBusiness', 'PersVeh', 'StatedValueAmt'],
  });
