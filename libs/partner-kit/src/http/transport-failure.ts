import type { CanonicalError } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';
import { BadCoding } from './content-coding.js';
import { BodyTooLarge } from './limited-body.js';

/** Nothing was sent: refused, unreachable, no such name, no TLS. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EADDRNOTAVAIL',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What came back is not HTTP, or not within reason. */
const NOT_HTTP = /^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/;

/** The partner's side ended the TLS handshake: our certificate is missing, expired or not one of its own. */
const TLS_ALERT = /^ERR_SSL_.*_ALERT_/;

export const timedOut = (): CanonicalError =>
  failure('TIMEOUT', 'no complete answer within the time limit', { retryable: true });

/** Its code, else its name: undici's parser errors have a code only now and then. Errors of another realm count too. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error ? String(error.name) : 'unknown';
}

/** No status line came back. Whatever may have been sent has an unknown outcome: `TIMEOUT`. */
export function connectionFailure(error: unknown): CanonicalError {
  const code = codeOf(error);
  if (NEVER_CONNECTED.has(code)) return failure('UNAVAILABLE', `not reachable (${code})`, { retryable: true });
  if (TLS_ALERT.test(code)) return failure('AUTHENTICATION', `the TLS handshake was refused (${code})`);
  if (NOT_HTTP.test(code)) return failure('PROTOCOL', `the answer is not HTTP (${code})`);
  return failure('TIMEOUT', `the connection ended before an answer (${code})`, { retryable: true });
}

/** The answer began, and did not go on as announced. */
export function bodyFailure(error: unknown, httpStatus: number): CanonicalError {
  if (error instanceof BodyTooLarge) return failure('PROTOCOL', 'the answer is larger than allowed', { httpStatus });
  if (error instanceof BadCoding) return failure('PROTOCOL', 'the body is not in its content coding', { httpStatus });
  return failure('PROTOCOL', `the body ended early (${codeOf(error)})`, { httpStatus, retryable: true });
}
