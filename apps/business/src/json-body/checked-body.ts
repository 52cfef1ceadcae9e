import { faultsOf } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import { ProblemException } from '@app/platform';
import type { Fault } from '@app/product-lines';
import type { z } from 'zod';
import { textFaults } from './unstorable-text.js';

/** The body as its schema has it, or everything that is wrong with it. */
export function checkBody<Body>(schema: z.ZodType<Body>, body: unknown): Result<Body, readonly Fault[]> {
  const parsed = schema.safeParse(body);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, body)), ...textFaults(body)];
  return parsed.success && faults.length === 0 ? ok(parsed.data) : refused(faults);
}

/** 422, with all of these. */
export const validationFailed = (
  errors: readonly Fault[],
  detail = 'The request has faults; each is named in errors.',
): ProblemException => new ProblemException(422, 'validation-failed', detail, { errors });
