import type { Problem } from '../../wire/check-body.js';
import { jsonReply, type Reply } from '../../wire/reply.js';

/** C's error bodies: a status, a code, a text (partners.md C.4). */

interface CogwheelError {
  readonly status: number;
  readonly text: string;
}

const ERRORS = {
  'C-AUTH-001': { status: 401, text: 'unknown key or wrong signature' },
  'C-AUTH-002': { status: 401, text: 'timestamp outside 300 seconds' },
  'C-AUTH-003': { status: 401, text: 'nonce already used' },
  'C-AUTH-004': { status: 401, text: 'body does not match its digest' },
  'C-ISS-404': { status: 404, text: 'not found' },
  'C-ISS-409': { status: 409, text: 'issue_ref was used for another quote or premium' },
  'C-ISS-410': { status: 409, text: 'quote already issued' },
  'C-ISS-411': { status: 410, text: 'quote expired' },
  'C-ISS-420': { status: 409, text: 'premium has changed' },
  'C-ISS-421': { status: 409, text: 'quote is not firm' },
  'C-ISS-422': { status: 422, text: 'payment differs from premium' },
  'C-RATE-001': { status: 429, text: '20 requests per 10 seconds' },
  'C-SYS-500': { status: 500, text: 'internal error' },
  'C-SYS-900': { status: 503, text: 'pricing cluster failover' },
} as const satisfies Record<string, CogwheelError>;

export interface ErrorExtras {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of `error` beside code and text. */
  readonly members?: Readonly<Record<string, unknown>>;
}

export function errorReply(code: keyof typeof ERRORS, extras: ErrorExtras = {}): Reply {
  const { status, text } = ERRORS[code];
  const body = { status: 'ERROR', error: { code, text, ...extras.members } };
  return jsonReply(extras.status ?? status, body, extras.headers);
}

/** `seconds`: when the client may come back. */
export const rateLimited = (seconds: number): Reply =>
  errorReply('C-RATE-001', { headers: { 'retry-after': String(seconds) } });

/** The first problem only, with whatever reference the body has. */
export function validationError({ path, code, message }: Problem, reference: Readonly<Record<string, unknown>>): Reply {
  const field = path.map(String).join('.');
  return jsonReply(400, { status: 'ERROR', ...reference, error: { code, field, text: message } });
}

/** A body that is not a JSON object has no field to point at (errata 5). */
export const NOT_JSON = jsonReply(400, {
  status: 'ERROR',
  error: { code: 'C-VAL-004', field: null, text: 'body is not a JSON object' },
});
