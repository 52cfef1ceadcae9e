import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type CanonicalRequestOf,
  checkQuoteRequest,
  completeRequest,
  type QuoteRequestBody,
  type QuoteRequestBodyOf,
  separatePersonal,
} from '@app/contracts';
import { pendingRow } from '@app/domain';
import type { NewQuoteRequest } from '@app/ports';

const EXAMPLES = new URL('../../../contracts/examples/', import.meta.url);

/** The worked examples of rating.md by the first letter of their names. */
interface LineByLetter {
  m: 'motor-four-wheeler';
  t: 'motor-two-wheeler';
  h: 'health';
  r: 'travel';
  l: 'term-life';
}

type Letter = keyof LineByLetter;
type LineOf<Name extends ExampleName> = LineByLetter[Name extends `${infer L extends Letter}${number}` ? L : never];

export type ExampleName =
  | `m${1 | 2 | 3 | 4 | 5 | 6}`
  | `t${1 | 2 | 3}`
  | `h${1 | 2 | 3 | 4}`
  | `r${1 | 2 | 3 | 4}`
  | `l${1 | 2 | 3}`;

/** The body of a worked example of rating.md, as a client sends it. A fresh copy each time. */
export function exampleBody<Name extends ExampleName = 'm1'>(name?: Name): QuoteRequestBodyOf<LineOf<Name>> {
  const body: unknown = JSON.parse(readFileSync(new URL(`${name ?? 'm1'}.json`, EXAMPLES), 'utf8'));
  const checked = checkQuoteRequest(body, () => []);
  if (!checked.ok) throw new Error(`Example ${name} is not sound: ${JSON.stringify(checked.error)}`);
  // The first letter of an example's name says its line.
  return checked.value as QuoteRequestBodyOf<LineOf<Name>>;
}

export interface RequestTimes {
  readonly createdAt: Date;
  readonly deadlineMs?: number;
  readonly lateMs?: number;
}

export interface RequestOptions<Name extends ExampleName> extends RequestTimes {
  readonly example?: Name;
}

/** An example (M1) in the canonical model, with a mobile number among its personal fields. */
export function canonicalRequestOf<Name extends ExampleName = 'm1'>({
  createdAt,
  deadlineMs = 20_000,
  lateMs = 300_000,
  example,
}: RequestOptions<Name>): CanonicalRequestOf<LineOf<Name>> {
  const body = exampleBody(example);
  const withMobile = { ...body, proposer: { ...body.proposer, mobile: '+919800000001' } };
  // A body of one of the lines is a body, which the compiler cannot follow while the line is open.
  const request = completeRequest(withMobile as QuoteRequestBody, {
    requestId: randomUUID(),
    createdAt,
    deadlineMs,
    lateMs,
  });
  // The line of a request is the line of its body.
  return { ...request, riskFingerprint: 'sha256:0000' } as CanonicalRequestOf<LineOf<Name>>;
}

export interface NewRequestOptions extends RequestTimes {
  readonly partners?: readonly string[];
  readonly messages?: NewQuoteRequest['messages'];
  readonly clientId?: string;
  /** By default the post is a request of its own. */
  readonly idempotency?: NewQuoteRequest['idempotency'];
}

/** A request about to be accepted, with a `PENDING` row for each partner. */
export function newQuoteRequest(options: NewRequestOptions): NewQuoteRequest {
  const { partners, messages = [], clientId = 'client-one', idempotency = null, ...times } = options;
  const { open, personal } = separatePersonal(canonicalRequestOf(times));
  const rows = (partners ?? ['acme-general', 'cogwheel-direct']).map((partner) => pendingRow(partner, 1));
  return { clientId, request: open, personal, rows, version: 1, messages, idempotency };
}
