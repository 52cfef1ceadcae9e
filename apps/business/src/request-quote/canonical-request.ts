import { type CanonicalRequest, type QuoteRequestBody, SCHEMA_VERSION } from '@app/contracts';
import { PRODUCT_LINES } from '@app/product-lines';

/** What the service adds to what the customer said. */
export interface RequestFrame {
  readonly requestId: string;
  readonly createdAt: Date;
  /** How long partners have to answer, in milliseconds. */
  readonly deadlineMs: number;
  /** How long after its creation a late answer is still shown, in milliseconds. */
  readonly lateMs: number;
}

const DEFAULTS = { country: 'IN', currency: 'INR', locale: 'en-IN', channel: 'API', purpose: 'NEW_QUOTE' } as const;

const instantAfter = (start: Date, ms: number): string => new Date(start.getTime() + ms).toISOString();

/** A checked body in the canonical model, without its fingerprint: defaults, times and derived facts filled in. */
export function canonicalRequestOf(body: QuoteRequestBody, frame: RequestFrame): CanonicalRequest {
  const { consent, proposer, productLine, risk } = body;
  const { withdrawnAt: _, ...given } = consent;
  return {
    schemaVersion: SCHEMA_VERSION,
    requestId: frame.requestId,
    productLine,
    country: body.country ?? DEFAULTS.country,
    currency: body.currency ?? DEFAULTS.currency,
    locale: body.locale ?? DEFAULTS.locale,
    channel: body.channel ?? DEFAULTS.channel,
    purpose: body.purpose ?? DEFAULTS.purpose,
    createdAt: frame.createdAt.toISOString(),
    answerDeadline: instantAfter(frame.createdAt, frame.deadlineMs),
    acceptLateUntil: instantAfter(frame.createdAt, frame.lateMs),
    partners: body.partners ?? null,
    riskFingerprint: '',
    consent: given,
    proposer,
    risk: PRODUCT_LINES[productLine].complete(risk),
  };
}
