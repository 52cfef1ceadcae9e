import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MutualTls } from './server/listener.js';

/** Where a partner listens with mutual TLS, and with what. */
export interface MutualTlsSettings {
  readonly port: number;
  readonly tls: MutualTls;
}

export const portSetting = z.coerce.number().int().min(0).max(65_535);

/** A path in the environment; yields what the file holds. */
const pemFile = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** `fizzbuzz` → `SANDBOX_FIZZBUZZ_TLS_`. */
const prefixOf = (partnerId: string): string => `SANDBOX_${partnerId.replaceAll('-', '_').toUpperCase()}_TLS_`;

const PEM_FILES = { CERT: 'its certificate', KEY: 'its private key', CA: 'the authority whose clients it takes' };

type Environment = Readonly<Record<string, unknown>>;

/** The variables of one partner's TLS listener: the port switches it on, and then the three files are mandatory. */
export function mutualTlsVariables(partnerId: string, given: Environment): Readonly<Record<string, z.ZodType>> {
  const prefix = prefixOf(partnerId);
  const file = given[`${prefix}PORT`] === undefined ? pemFile.optional() : pemFile;
  const files = Object.entries(PEM_FILES).map(([name, what]) => [prefix + name, file.describe(`PEM file of ${what}`)]);
  return {
    [`${prefix}PORT`]: portSetting
      .optional()
      .describe(`Port of ${partnerId} with mutual TLS; 0 takes any free one (none)`),
    ...Object.fromEntries(files),
  };
}

const complete = z.object({ PORT: z.number(), CERT: z.string(), KEY: z.string(), CA: z.string() });

/** The TLS listener of one partner; undefined when it has none. */
export function mutualTlsOf(partnerId: string, environment: Environment): MutualTlsSettings | undefined {
  const prefix = prefixOf(partnerId);
  const own = Object.keys(complete.shape).map((name) => [name, environment[prefix + name]]);
  const parsed = complete.safeParse(Object.fromEntries(own));
  if (!parsed.success) return undefined;
  const { PORT: port, CERT: cert, KEY: key, CA: ca } = parsed.data;
  return { port, tls: { cert, key, ca } };
}
