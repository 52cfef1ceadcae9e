import { z } from 'zod';

const pids = z.array(z.int());

/** What `npm start -- --json` prints once everything is healthy (system.md); parts that are not built yet are null. */
export const readyLine = z.object({
  ready: z.literal(true),
  api: z.string(),
  internal: z.string(),
  web: z.string().nullable(),
  /** A confidential client's key with scope `quotes`. */
  key: z.string(),
  publicKey: z.string().nullable(),
  opsKey: z.string().nullable(),
  /** Null when no partner is taken from the sandbox. */
  sandbox: z.string().nullable(),
  pids: z.object({
    business: pids,
    reactive: pids,
    'partner-adapters': z.record(z.string(), pids),
    /** Beyond the contract: what the services run on. */
    infrastructure: z.record(z.string(), pids),
  }),
});

export type ReadyLine = z.infer<typeof readyLine>;
