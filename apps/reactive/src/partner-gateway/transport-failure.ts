import type { IssuanceReply } from '@app/contracts';
import { type FailedReply, failedReply } from '../policy/failed-reply.js';

const TOO_LARGE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
/** What came back is not HTTP. */
const NOT_HTTP = /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/;
/** There was no connection, so that nothing was sent. Others, a reset among them, may come after the call arrived. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

const isUnreadable = (code: string): boolean => code === TOO_LARGE || NOT_HTTP.test(code);

export const timedOut = (): FailedReply =>
  failedReply('TIMEOUT', 'the integration service did not answer in time', { retryable: true });

/** The exchange with the integration service broke off. A quote, or a document, may always be asked for again. */
export function transportFailure(error: unknown): FailedReply {
  const code = codeOf(error);
  if (isUnreadable(code)) return failedReply('PROTOCOL', `the integration service sent what cannot be read (${code})`);
  return failedReply('UNAVAILABLE', `the integration service is not reachable (${code})`, { retryable: true });
}

/** Integration services answer 200 always; 502 to 504 come from what stands before them while they are away. */
export function statusFailure(httpStatus: number): FailedReply {
  const isAway = httpStatus >= 502 && httpStatus <= 504;
  const message = `the integration service answered with status ${httpStatus}`;
  return failedReply(isAway ? 'UNAVAILABLE' : 'PROTOCOL', message, { retryable: isAway, httpStatus });
}

const unknown = (failure: FailedReply): IssuanceReply => ({ ...failure, outcome: 'UNKNOWN' });

/** Whether the partner has issued the policy is unknown, unless nobody was there to be asked. */
export function issuanceFailure(error: unknown, isOver: boolean): IssuanceReply {
  const code = codeOf(error);
  if (isOver) return unknown(timedOut());
  if (NOT_CONNECTED.has(code) || isUnreadable(code)) {
    const failure = transportFailure(error);
    return isUnreadable(code) ? unknown(failure) : failure;
  }
  return unknown(failedReply('TIMEOUT', `the integration service broke off (${code})`, { retryable: true }));
}

/** A refusal of our call was made before the partner was asked; of anything else nobody knows what came before it. */
export function issuanceStatusFailure(httpStatus: number): IssuanceReply {
  const failure = statusFailure(httpStatus);
  return httpStatus >= 400 && httpStatus < 500 ? failure : unknown(failure);
}
