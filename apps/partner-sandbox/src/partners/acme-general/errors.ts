import type { Problem } from '../../wire/check-body.js';
import { type Reply, reply } from '../../wire/reply.js';

/** A's error bodies: problem objects with a code (partners.md A.4). */

interface AcmeError {
  readonly status: number;
  readonly title: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
}

const NEW_TOKEN = { 'www-authenticate': 'Bearer error="invalid_token"' };

const ERRORS = {
  MALFORMED_JSON: { status: 400, title: 'The body is not JSON' },
  TOKEN_MISSING: { status: 401, title: 'No bearer token', headers: NEW_TOKEN },
  TOKEN_INVALID: { status: 401, title: 'Unknown token', headers: NEW_TOKEN },
  TOKEN_EXPIRED: { status: 401, title: 'The token has expired', headers: NEW_TOKEN },
  INSUFFICIENT_SCOPE: { status: 403, title: 'The token lacks the scope' },
  NOT_FOUND: { status: 404, title: 'No such path' },
  QUOTE_NOT_FOUND: { status: 404, title: 'No such quote' },
  POLICY_NOT_FOUND: { status: 404, title: 'No such policy' },
  QUOTE_ALREADY_USED: { status: 409, title: 'The quote has its policy already' },
  PRICE_CHANGED: { status: 409, title: 'The price has changed' },
  REQUEST_IN_PROGRESS: {
    status: 409,
    title: 'The first call with this key is still running',
    headers: { 'retry-after': '1' },
  },
  QUOTE_EXPIRED: { status: 410, title: 'The quote has expired' },
  PAYMENT_MISMATCH: { status: 422, title: 'The payment is not the accepted total' },
  QUOTE_NOT_BINDABLE: { status: 422, title: 'The quote cannot be bound' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The key belongs to another body' },
  IDEMPOTENCY_KEY_REQUIRED: { status: 428, title: 'Idempotency-Key is missing' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  INTERNAL_ERROR: { status: 500, title: 'Internal error' },
  UPSTREAM_UNAVAILABLE: { status: 503, title: 'Rating engine unavailable', members: { retryable: true } },
} as const satisfies Record<string, AcmeError>;

export interface ProblemExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
}

const problemReply = (status: number, body: object, headers: Readonly<Record<string, string>>): Reply =>
  reply(status, 'application/problem+json', Buffer.from(JSON.stringify(body)), headers);

export function problem(code: keyof typeof ERRORS, extras: ProblemExtras = {}): Reply {
  const { status, title, headers, members }: AcmeError = ERRORS[code];
  const body = { type: 'about:blank', title, status, code, ...members, ...extras.members };
  return problemReply(status, body, { ...headers, ...extras.headers });
}

/** `seconds`: when the client may come back. */
export const rateLimited = (seconds: number): Reply =>
  problem('RATE_LIMITED', { headers: { 'retry-after': String(seconds) } });

const pointer = (path: readonly PropertyKey[]): string => path.map((key) => `/${String(key)}`).join('');

/** Every problem of a body at once, by JSON pointer. */
export function validationFailed(problems: readonly Problem[]): Reply {
  const body = {
    type: 'https://api.acme-general.example/problems/validation',
    title: 'Validation failed',
    status: 422,
    code: 'VALIDATION_FAILED',
    errors: problems.map(({ path, code, message }) => ({ pointer: pointer(path), code, message })),
  };
  return problemReply(422, body, {});
}
