import type { ServerResponse } from 'node:http';
import { DEADLINE_HEADER, INQUIRE_FIRST_HEADER, TIMEOUT_HEADER } from '@app/contracts';
import { ProblemException } from '@app/platform';
import { z } from 'zod';
import type { CallLimit } from './time-of-call.js';

const deadlineHeader = z.iso.datetime({ offset: true }).optional();
const timeoutHeader = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number)
  .optional();
const inquireFirstHeader = z.enum(['true', 'false']).optional();

/** Throws a 422 that says what the header should have been. */
function read<Value>(schema: z.ZodType<Value>, header: unknown, name: string, expected: string): Value {
  const parsed = schema.safeParse(header);
  if (parsed.success) return parsed.data;
  throw new ProblemException(422, 'validation-failed', `${name} is not ${expected}.`);
}

/** The caller's deadline for this call. */
function readDeadline(header: unknown): Date | undefined {
  const deadline = read(deadlineHeader, header, DEADLINE_HEADER, 'an RFC 3339 instant');
  return deadline === undefined ? undefined : new Date(deadline);
}

/** The partner's timeout for this call; without one, the deadline alone ends it. */
const readTimeoutMs = (header: unknown): number | undefined =>
  read(timeoutHeader, header, TIMEOUT_HEADER, 'a number of milliseconds');

export const readInquireFirst = (header: unknown): boolean =>
  read(inquireFirstHeader, header, INQUIRE_FIRST_HEADER, 'true or false') === 'true';

/** Aborts when the connection goes before the reply was written. */
function callerSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** The limit of a call, as its headers tell it. */
export const limitOfCall = (deadline: unknown, timeout: unknown, response: ServerResponse): CallLimit => ({
  deadline: readDeadline(deadline),
  timeoutMs: readTimeoutMs(timeout),
  caller: callerSignal(response),
});
