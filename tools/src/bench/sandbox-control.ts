import { request } from 'undici';
import { z } from 'zod';

/** One call that the partners' sandbox has answered. */
const sandboxCall = z.object({
  partner: z.string(),
  operation: z.string(),
  /** The caller's own reference: the quote request's id. */
  reference: z.string().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
});

const callList = z.object({ items: z.array(sandboxCall), next: z.int() });

const index = z.object({
  options: z.object({
    latency: z.object({ kind: z.string(), minMs: z.number().optional(), maxMs: z.number().optional() }),
    unlimitedPartners: z.array(z.string()),
  }),
});

export type SandboxCall = z.infer<typeof sandboxCall>;
export type SandboxOptions = z.infer<typeof index>['options'];

async function read<Answer>(url: string, schema: z.ZodType<Answer>): Promise<Answer> {
  const { statusCode, body } = await request(url);
  const json: unknown = await body.json();
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
  return schema.parse(json);
}

/** How the sandbox was started. */
export const sandboxOptions = async (sandbox: string): Promise<SandboxOptions> =>
  (await read(`${sandbox}/`, index)).options;

/** The quote calls after the one numbered `after`, and the number to go on from. */
export const quoteCalls = (sandbox: string, after: number): Promise<z.infer<typeof callList>> =>
  read(`${sandbox}/sandbox/calls?operation=quote&after=${after}`, callList);
