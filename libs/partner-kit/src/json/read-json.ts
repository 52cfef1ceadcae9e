import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { z } from 'zod';
import { failure } from '../errors/canonical-failure.js';
import type { PartnerResponse } from '../http/partner-response.js';
import { checkDocument } from './check-document.js';
import { isCutShort } from './cut-short.js';

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i;

/** How a text becomes a document: `JSON.parse`, or `parseExactNumbers` where a partner writes rupees as numbers. */
export type ParseJson = (text: string) => unknown;

function parse(response: PartnerResponse, parseJson: ParseJson): Result<unknown, CanonicalError> {
  const httpStatus = response.status;
  if (!JSON_TYPE.test(response.headers['content-type'] ?? ''))
    return refused(failure('PROTOCOL', `answered ${httpStatus} with something else than JSON`, { httpStatus }));
  const text = response.body.toString('utf8');
  try {
    return ok(parseJson(text));
  } catch {
    const retryable = isCutShort(text);
    const message = `answered ${httpStatus} with JSON that is ${retryable ? 'cut short' : 'malformed'}`;
    return refused(failure('PROTOCOL', message, { httpStatus, retryable }));
  }
}

/**
 * A JSON body that keeps to its schema. Otherwise `PROTOCOL`: another content type, malformed, cut short (only then
 * retryable), or fields that are missing or wrong.
 */
export function readJson<Value>(
  response: PartnerResponse,
  schema: z.ZodType<Value>,
  parseJson: ParseJson = JSON.parse,
): Result<Value, CanonicalError> {
  const document = parse(response, parseJson);
  if (!document.ok) return document;
  return checkDocument(document.value, schema, response.status);
}
