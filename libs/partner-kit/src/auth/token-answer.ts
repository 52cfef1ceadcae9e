import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import { failure } from '../errors/canonical-failure.js';
import { codeWord, type ErrorCodes, partnerRefusal } from '../errors/partner-refusal.js';
import { isSuccess, type PartnerResponse } from '../http/partner-response.js';
import { readJson } from '../json/read-json.js';

/** RFC 6749 §5.1. The token is what may stand in a header. */
const grant = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.int().min(1).max(31_536_000),
});

/** RFC 6749 §5.2, or a problem document where the partner's gateway refuses. */
const refusal = z.object({ error: z.string().optional(), code: z.string().optional() });

export interface Grant {
  readonly token: string;
  readonly lifetimeMs: number;
}

function refusalOf(response: PartnerResponse, codes: ErrorCodes): CanonicalError {
  const body = readJson(response, refusal);
  const code = body.ok ? (body.value.error ?? body.value.code) : undefined;
  const { status: httpStatus } = response;
  // Whatever the code says, 400 and 401 mean that our credentials or our request for a token are wrong.
  if (httpStatus === 400 || httpStatus === 401) {
    const partnerCode = codeWord(code);
    const message = `the token endpoint answered ${httpStatus} ${partnerCode ?? 'without a known code'}`;
    return failure('AUTHENTICATION', message, { partnerCode, httpStatus });
  }
  return partnerRefusal(response, codes, { code });
}

/** What a token endpoint answered: a token, or why there is none. */
export function readTokenAnswer(response: PartnerResponse, codes: ErrorCodes): Result<Grant, CanonicalError> {
  if (!isSuccess(response)) return refused(refusalOf(response, codes));
  const read = readJson(response, grant);
  if (!read.ok) return read;
  return ok({ token: read.value.access_token, lifetimeMs: read.value.expires_in * 1_000 });
}
