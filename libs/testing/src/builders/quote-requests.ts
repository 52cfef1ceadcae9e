import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type CanonicalRequest,
  type QuoteRequestBody,
  quoteRequestBody,
  SCHEMA_VERSION,
  separatePersonal,
} from '@app/contracts';
import { pendingRow } from '@app/domain';
import type { NewQuoteRequest } from '@app/ports';
import { PRODUCT_LINES } from '@app/product-lines';

const EXAMPLES = new URL('../../../contracts/examples/', import.meta.url);

export type ExampleName = 'm1' | 'm2' | 'm3' | 'm4' | 'm5' | 'm6';

/** The body of a worked example of rating.md, as a client sends it. A fresh copy each time. */
export const exampleBody = (name: ExampleName = 'm1'): QuoteRequestBody =>
  quoteRequestBody.parse(JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8')));

export interface RequestTimes {
  readonly createdAt: Date;
  readonly deadlineMs?: number;
  readonly lateMs?: number;
}

const after = (start: Date, ms: number): string => new Date(start.getTime() + ms).toISOString();

/** M1 in the canonical model, with a mobile number among its personal fields. */
export function canonicalRequestOf({
  createdAt,
  deadlineMs = 20_000,
  lateMs = 300_000,
}: RequestTimes): CanonicalRequest {
  const { consent, proposer, productLine, risk } = exampleBody();
  const { withdrawnAt: _, ...given } = consent;
  return {
    schemaVersion: SCHEMA_VERSION,
    requestId: randomUUID(),
    productLine,
    ...{ country: 'IN', currency: 'INR', locale: 'en-IN', channel: 'API', purpose: 'NEW_QUOTE', partners: null },
    createdAt: createdAt.toISOString(),
    answerDeadline: after(createdAt, deadlineMs),
    acceptLateUntil: after(createdAt, lateMs),
    riskFingerprint: 'sha256:0000',
    consent: given,
    proposer: { ...proposer, mobile: '+919800000001' },
    risk: PRODUCT_LINES[productLine].complete(risk),
  };
}

export interface NewRequestOptions extends RequestTimes {
  readonly partners?: readonly string[];
  readonly messages?: NewQuoteRequest['messages'];
}

/** A request about to be accepted, with a `PENDING` row for each partner. */
export function newQuoteRequest({ partners, messages = [], ...times }: NewRequestOptions): NewQuoteRequest {
  const { open, personal } = separatePersonal(canonicalRequestOf(times));
  const rows = (partners ?? ['acme-general', 'cogwheel-direct']).map((partner) => pendingRow(partner, 1));
  return { clientId: 'client-one', request: open, personal, rows, version: 1, messages };
}
