import type { Frequency } from '@app/product-lines';
import { z } from 'zod';
import { decimal, offerFields } from '../../outcome.js';
import type { EleventhHourQuestion } from '../../wire.js';

/** Body of `POST /api/v3/quote-requests` for term life (partners.md E.2, errata 6). Amounts: whole rupees as text. */
export interface EleventhHourTermQuestion extends EleventhHourQuestion {
  readonly line: 'TERM';
  readonly term: {
    readonly startsOn: string;
    readonly birthDate: string;
    readonly sex: 'MALE' | 'FEMALE' | 'OTHER';
    readonly smoker: boolean;
    readonly sumAssured: string;
    readonly termYears: number;
    readonly frequency: Frequency;
    readonly occupationClass: 1 | 2 | 3;
    readonly annualIncome: string;
    readonly postalCode: string;
  };
}

const instalments = z.object({ count: z.int().min(1), amount: decimal, firstDue: z.string().max(40) });

const offer = z.object({
  ...offerFields,
  lines: z.array(z.object({ code: z.literal('BASE'), amount: decimal })).max(20),
  instalments: instalments.optional(),
});

export type EleventhHourTermOffer = z.infer<typeof offer>;

/** Yearly payments by frequency (rating.md §7.2). */
const PAYMENTS: Readonly<Record<Frequency, number>> = { ANNUAL: 1, HALF_YEARLY: 2, QUARTERLY: 4, MONTHLY: 12 };

/** An offer that is paid as often as was asked: another frequency is another contract. */
export const termOfferFor = (frequency: Frequency): z.ZodType<EleventhHourTermOffer> =>
  offer.superRefine((given, context) => {
    if ((given.instalments?.count ?? 1) === PAYMENTS[frequency]) return;
    context.addIssue({ code: 'custom', path: ['instalments', 'count'], message: 'not as asked' });
  });
