import type { CanonicalError } from '@app/domain';
import { failure } from './canonical-failure.js';
import { codeWord, type ErrorCodes } from './partner-refusal.js';

export interface CodedFailureDetails {
  /** Where the partner says itself whether a repeat may help; else the registry does. */
  readonly retryable?: boolean | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Where and why, in code words of the partner; filter with `codeWord`. */
  readonly details?: readonly string[];
}

/** A partner's refusal inside an answer whose HTTP status says success. A code that is not known is `PROTOCOL`. */
export function codedFailure(
  codes: ErrorCodes,
  code: string,
  { retryable: said, retryAfterMs, details = [] }: CodedFailureDetails = {},
): CanonicalError {
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (known === undefined)
    return failure('PROTOCOL', 'answered with an unknown error code', { partnerCode: codeWord(code) });
  const retryable = said ?? known.retryable;
  const message = ['answered', code, ...details].join(' ');
  return failure(known.category, message, {
    retryable,
    partnerCode: code,
    ...(retryable ? { retryAfterMs } : {}),
  });
}
