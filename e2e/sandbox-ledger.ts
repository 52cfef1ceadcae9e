import { z } from 'zod';

const policies = z.array(
  z.object({ partner: z.string(), policyNumber: z.string(), quoteRef: z.string(), idempotencyKey: z.string() }),
);

export type IssuedPolicy = z.infer<typeof policies>[number];

/** Every policy that the partners' side has issued, by its own books. */
export async function policiesOf(sandbox: string | null): Promise<IssuedPolicy[]> {
  const response = await fetch(`${sandbox}/sandbox/policies`);
  return policies.parse(await response.json());
}
