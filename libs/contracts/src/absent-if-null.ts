import { z } from 'zod';

/** A value of a post between services that may be left out, or has a default: null says as much as leaving it out. */
export const absentIfNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value ?? undefined, schema);
