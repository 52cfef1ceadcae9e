import type { CanonicalError, ErrorCategory } from '@app/domain';
import { isGatewayFailure, type PartnerResponse } from '../http/partner-response.js';
import { retryAfterMs } from '../http/retry-after.js';
import { failure } from './canonical-failure.js';

/** What one of a partner's error codes means to us. */
export interface CodeMeaning {
  readonly category: ErrorCategory;
  readonly retryable: boolean;
}

/** A partner's error codes. One that is not here is `PROTOCOL`. */
export type ErrorCodes = Readonly<Record<string, CodeMeaning>>;

/** What could be read out of a refusal. */
export interface RefusalContent {
  /** The partner's code, as it stood in the body. */
  readonly code?: string | undefined;
  /** Where and why, in code words of the partner: `/proposal/vehicle/rto UNKNOWN_RTO`. Filter with `codeWord`. */
  readonly details?: readonly string[];
}

const UNAVAILABLE: CodeMeaning = { category: 'UNAVAILABLE', retryable: true };
const PROTOCOL: CodeMeaning = { category: 'PROTOCOL', retryable: false };

/** For a body without a code. */
const BY_STATUS: Readonly<Record<number, CodeMeaning>> = {
  401: { category: 'AUTHENTICATION', retryable: false },
  403: { category: 'AUTHORIZATION', retryable: false },
  429: { category: 'RATE_LIMITED', retryable: true },
  500: { category: 'PARTNER_INTERNAL', retryable: false },
};

/** Field paths and codes. No room for a plate, a telephone number or a sentence. */
const CODE_WORD = /^(?!.*\d{4})[A-Za-z/][A-Za-z0-9_/.-]{0,79}$/;

/** A text of the partner's, if it is a code or a path and nothing that could hold personal data. */
export const codeWord = (text: string | undefined): string | undefined =>
  text !== undefined && CODE_WORD.test(text) ? text : undefined;

function meaningOf(status: number, code: string | undefined, codes: ErrorCodes): CodeMeaning {
  if (isGatewayFailure(status)) return UNAVAILABLE;
  if (code === undefined) return BY_STATUS[status] ?? PROTOCOL;
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? PROTOCOL;
}

/** A partner's refusal as a canonical error: by status for 502 to 504, else by the partner's own code. */
export function partnerRefusal(
  response: PartnerResponse,
  codes: ErrorCodes,
  { code, details = [] }: RefusalContent = {},
): CanonicalError {
  const { category, retryable } = meaningOf(response.status, code, codes);
  const partnerCode = code !== undefined && Object.hasOwn(codes, code) ? code : codeWord(code);
  const message = [`answered ${response.status}`, partnerCode ?? 'without a known code', ...details].join(' ');
  const after = retryAfterMs(response.headers['retry-after'], response.receivedAt);
  return failure(category, message, {
    retryable,
    partnerCode,
    httpStatus: response.status,
    ...(retryable ? { retryAfterMs: after } : {}),
  });
}
