import { PRODUCT_LINES, type ProductLine } from '@app/product-lines';
import { type CanonicalRequest, SCHEMA_VERSION } from './canonical-request.js';
import type { QuoteRequestBody } from './public/quote-request-body.js';

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

/** A checked body in the canonical model: defaults, times and derived facts filled in; the fingerprint is to come. */
export function completeRequest(body: QuoteRequestBody, frame: RequestFrame): CanonicalRequest {
  const { consent, proposer, productLine, risk } = body;
  const { withdrawnAt: _, ...given } = consent;
  // Line and risk belong together in a body, and so they do in the request; the compiler cannot follow that.
  const line = PRODUCT_LINES[productLine] as unknown as ProductLine<unknown, CanonicalRequest['risk']>;
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
    risk: line.complete(risk),
  } as CanonicalRequest;
}
