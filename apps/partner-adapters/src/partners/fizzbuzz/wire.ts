import { z } from 'zod';

const code = z.string().min(1).max(40);
const reason = z.object({ code, text: z.string().max(1_000) });
const minor = z.int();

/** One plan's own answer (partners.md F.2). What a priced one holds is its line's business. */
const planAnswer = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('OFFER'), plan: code, bindable: z.literal(true) }),
  z.looseObject({ state: z.literal('REFER'), plan: code, bindable: z.literal(false), reason: reason.optional() }),
  z.object({ state: z.literal('DECLINE'), plan: code, reason }),
  z.object({ state: z.literal('ERROR'), plan: code, error: z.object({ code, retryable: z.boolean() }) }),
]);

/** The answer to the question with this reference. */
export const quoteSetFor = (ref: string) =>
  z.object({
    ref: z.literal(ref),
    currency: z.literal('INR'),
    validUntilMs: z.int().min(0).max(8_640_000_000_000_000),
    plans: z.array(planAnswer).min(1).max(10),
  });

export type QuoteSet = z.infer<ReturnType<typeof quoteSetFor>>;

/** What the price of every plan holds, beside its lines. Amounts in minor units, rates in basis points. */
export const priceFields = {
  offerId: z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/),
  netMinor: minor,
  tax: z.object({ kind: code, bp: z.int().min(0), minor }),
  untaxedFees: z.array(z.object({ code, minor })).max(20),
  roundingMinor: minor,
  totalMinor: minor,
};

const price = z.object(priceFields);
export type PlanPrice = z.infer<typeof price>;
