import { z } from 'zod';

/** An optional value of a post between services: null says as much as leaving it out. */
export const absentIfNull = <Value>(schema: z.ZodType<Value>) =>
  z.preprocess((value) => value ?? undefined, schema.optional());
