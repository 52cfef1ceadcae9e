import type { Condition, HealthRisk } from '@app/product-lines';
import { z } from 'zod';
import { decimal, offerFields } from '../../outcome.js';
import type { EleventhHourQuestion } from '../../wire.js';

/** Body of `POST /api/v3/quote-requests` for health (partners.md E.2). Amounts: whole rupees as text. */
export interface EleventhHourHealthQuestion extends EleventhHourQuestion {
  readonly line: 'HEALTH';
  readonly health: {
    readonly startsOn: string;
    readonly sumInsured: string;
    readonly basis: HealthRisk['basis'];
    readonly deductible: string;
    readonly postalCode: string;
    readonly persons: readonly EleventhHourPerson[];
  };
}

export interface EleventhHourPerson {
  readonly ref: string;
  readonly relationship: HealthRisk['members'][number]['relation'];
  readonly birthDate: string;
  readonly conditions: readonly EleventhHourCondition[];
  readonly tobacco: boolean;
}

export type EleventhHourCondition = Exclude<Condition, 'OTHER'>;

const lineCode = z.string().regex(/^(MEMBER_\d{1,2}|DEDUCTIBLE_DISCOUNT)$/);

export const healthOffer = z.object({
  ...offerFields,
  lines: z.array(z.object({ code: lineCode, amount: decimal })).max(20),
});

export type EleventhHourHealthOffer = z.infer<typeof healthOffer>;
