import { z } from 'zod';

/** RFC 9457. `code` is the last part of `type`; `errors` names every fault of a request at once. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  traceId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});

export type Problem = z.infer<typeof problem>;
