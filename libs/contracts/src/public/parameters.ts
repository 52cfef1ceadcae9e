import { z } from 'zod';
import type { ApiParameter } from './api-operation.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The id in a path, of whatever kind of thing. */
export const idOf = (what: string, name = 'id'): ApiParameter => ({
  name,
  in: 'path',
  description: `The id of the ${what}, in lower case`,
  schema: z
    .string()
    .regex(new RegExp(`^${UUID}$`))
    .meta({ format: 'uuid' }),
});

export const requestId = idOf('quote request');

export const applicationId = idOf('application');

export const documentId = idOf('document', 'documentId');

export const traceparent: ApiParameter = {
  name: 'traceparent',
  in: 'header',
  description: 'W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.',
  schema: z.string(),
  example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

export const idempotencyKey: ApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Posts of one client with the same key and body are one: the first answer is given again for 24 hours. ' +
    'A public client sends a UUID.',
  schema: z.string().regex(/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/),
  example: '4d0e6cb2-7ca5-4d5c-a0e0-3a4c1f6d0c0e',
};

export const ifNoneMatch: ApiParameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of what you have: 304 when there is nothing newer',
  schema: z.string(),
  example: '"7"',
};

/** `Prefer: wait=N`, with what the wait is for. */
export const preferWait = (maxSeconds: number, purpose: string): ApiParameter => ({
  name: 'Prefer',
  in: 'header',
  description: `\`wait=N\`: ${purpose}, for N seconds; more than ${maxSeconds} is lowered to ${maxSeconds}.`,
  schema: z.string(),
  example: `wait=${maxSeconds}`,
});

export const lastEventId: ApiParameter = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The `id` of the last event you have: the stream goes on after it, with no gap and no duplicate',
  schema: z.string().regex(/^\d+$/),
  example: '7',
};
