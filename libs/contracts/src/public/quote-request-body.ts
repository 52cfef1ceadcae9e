import { ok, type Result, refused } from '@app/domain';
import {
  type Fault,
  isProductLineId,
  PRODUCT_LINE_IDS,
  PRODUCT_LINES,
  type ProductLineId,
  type RiskInputOf,
} from '@app/product-lines';
import { z } from 'zod';
import { CHANNELS, consentFields, PURPOSES } from '../canonical-request.js';
import { proposerFields } from '../proposer.js';
import { crossFaults, type SellersOf } from './cross-faults.js';
import { faultsOf } from './faults.js';

/** All of a body but its risk: required is what the examples contain; unknown fields are refused. */
export const envelope = z.strictObject({
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
  risk: z.record(z.string(), z.unknown()),
});

type Envelope = Omit<z.infer<typeof envelope>, 'productLine' | 'risk'>;

/** Body of `POST /v1/quote-requests` for one line, or for any of several. */
export type QuoteRequestBodyOf<Line extends ProductLineId> = {
  [Each in Line]: Envelope & { readonly productLine: Each; readonly risk: RiskInputOf<Each> };
}[Line];

export type QuoteRequestBody = QuoteRequestBodyOf<ProductLineId>;

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;

/** The risk by the questions of its line; nothing to check while the line is unknown or the risk is no object. */
function checkRisk(body: unknown): Result<unknown, Fault[]> {
  const line = field(body, 'productLine');
  const risk = field(body, 'risk');
  if (!isProductLineId(line) || typeof risk !== 'object' || risk === null || Array.isArray(risk)) return refused([]);
  const parsed = PRODUCT_LINES[line].questions.safeParse(risk);
  if (parsed.success) return ok(parsed.data);
  return refused(faultsOf(parsed.error, risk).map((fault) => ({ ...fault, pointer: `/risk${fault.pointer}` })));
}

/** A checked body, or every fault of it at once. */
export function checkQuoteRequest(body: unknown, sellersOf: SellersOf): Result<QuoteRequestBody, Fault[]> {
  const parsed = envelope.safeParse(body);
  const risk = checkRisk(body);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, body)), ...(risk.ok ? [] : risk.error)];
  const all = [...faults, ...crossFaults(body, faults, sellersOf)];
  if (!parsed.success || !risk.ok || all.length > 0) return refused(all);
  // The risk was checked by the questions of this very line, which the compiler cannot follow.
  return ok({ ...parsed.data, risk: risk.value } as QuoteRequestBody);
}
