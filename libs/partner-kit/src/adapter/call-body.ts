import { faultsOf } from '@app/contracts';
import { ProblemException } from '@app/platform';
import type { z } from 'zod';

type Faults = ReturnType<typeof faultsOf>;

/** The body of a call for this partner; else a 422 with all that is wrong. `what`: `a quote call`. */
export function readCallBody<Data extends { readonly partner: string }>(
  schema: z.ZodType<Data>,
  body: unknown,
  partnerId: string,
  what: string,
): Data {
  const refuse = (errors: Faults): never => {
    throw new ProblemException(422, 'validation-failed', `This is not ${what} for this adapter.`, { errors });
  };
  const data = schema.safeParse(body);
  if (!data.success) return refuse(faultsOf(data.error, body));
  if (data.data.partner === partnerId) return data.data;
  return refuse([{ pointer: '/partner', code: 'ENUM', detail: `this is the adapter of ${partnerId}` }]);
}
