import { type FailedReply, failedReply } from './failed-reply.js';

const TOO_LARGE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
/** What came back is not HTTP. */
const NOT_HTTP = /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

export const timedOut = (): FailedReply =>
  failedReply('TIMEOUT', 'the integration service did not answer in time', { retryable: true });

/** The exchange with the integration service broke off. A quote may always be asked for again. */
export function transportFailure(error: unknown): FailedReply {
  const code = codeOf(error);
  if (code === TOO_LARGE || NOT_HTTP.test(code))
    return failedReply('PROTOCOL', `the integration service sent what cannot be read (${code})`);
  return failedReply('UNAVAILABLE', `the integration service is not reachable (${code})`, { retryable: true });
}

/** Integration services answer 200 always; 502 to 504 come from what stands before them while they are away. */
export function statusFailure(httpStatus: number): FailedReply {
  const isAway = httpStatus >= 502 && httpStatus <= 504;
  const message = `the integration service answered with status ${httpStatus}`;
  return failedReply(isAway ? 'UNAVAILABLE' : 'PROTOCOL', message, { retryable: isAway, httpStatus });
}
