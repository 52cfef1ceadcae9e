import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { z } from 'zod';
import { failure } from '../errors/canonical-failure.js';

/** Where a document breaks its schema: paths only, since values may be personal. */
const placesOf = (error: z.ZodError): string =>
  [...new Set(error.issues.map(({ path }) => path.map(String).join('.') || 'its root'))].join(', ');

/** A document that was read from an answer, if it keeps to its schema; otherwise `PROTOCOL`, never retryable. */
export function checkDocument<Value>(
  document: unknown,
  schema: z.ZodType<Value>,
  httpStatus: number,
): Result<Value, CanonicalError> {
  const read = schema.safeParse(document);
  if (read.success) return ok(read.data);
  return refused(failure('PROTOCOL', `answered ${httpStatus}, unusable at ${placesOf(read.error)}`, { httpStatus }));
}
