import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable that a service reads. Its value is checked at boot, before anything starts. */
export interface Setting<Value> {
  readonly schema: z.ZodType<Value>;
  readonly about: string;
  /** The value, as text, when the variable is absent. */
  readonly fallback?: string | undefined;
  /** Likewise, but never with `NODE_ENV=production`: published sandbox values and development keys. */
  readonly developmentFallback?: string | undefined;
  /** May also be given as `<NAME>_FILE`, the name of a file that holds it. */
  readonly secret?: boolean | undefined;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;
export type SettingsValues<Definitions extends Settings> = {
  readonly [Name in keyof Definitions]: z.infer<Definitions[Name]['schema']>;
};

/** Every problem of the environment at once, each with the variable's name. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const isProduction = (env: Environment): boolean => env.NODE_ENV === 'production';

function textOf(name: string, setting: Setting<unknown>, env: Environment): string | undefined {
  const file = setting.secret ? env[`${name}_FILE`] : undefined;
  if (file) return readFileSync(file, 'utf8').trim();
  const fallback = setting.fallback ?? (isProduction(env) ? undefined : setting.developmentFallback);
  return env[name] || fallback;
}

function readOne(name: string, setting: Setting<unknown>, env: Environment): { value: unknown } | { problem: string } {
  let text: string | undefined;
  try {
    text = textOf(name, setting, env);
  } catch (error) {
    return { problem: `${name}_FILE cannot be read: ${error instanceof Error ? error.message : error}` };
  }
  const parsed = setting.schema.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  if (text === undefined) return { problem: `${name} is required: ${setting.about}` };
  return { problem: `${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')} (${setting.about})` };
}

/** The checked values of these settings. Throws `SettingsError` with every problem at once. */
export function readSettings<Definitions extends Settings>(
  definitions: Definitions,
  env: Environment,
): SettingsValues<Definitions> {
  const read = Object.entries(definitions).map(([name, setting]) => ({ name, ...readOne(name, setting, env) }));
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (problems.length > 0) throw new SettingsError(problems);
  const values = Object.fromEntries(read.map((one) => [one.name, 'value' in one ? one.value : undefined]));
  // Each value came out of the schema that its name has in `Definitions`.
  return values as SettingsValues<Definitions>;
}

function helpLine([name, setting]: [string, Setting<unknown>]): string {
  const usual = setting.fallback ?? setting.developmentFallback;
  const shown = setting.secret && usual !== undefined ? 'a development value' : usual;
  const default_ = shown === undefined ? '' : ` [${shown}]`;
  return `  ${name}${setting.secret ? ` or ${name}_FILE` : ''}\n      ${setting.about}${default_}`;
}

/** What `--help` prints of a service's settings. */
export const describeSettings = (definitions: Settings): string => Object.entries(definitions).map(helpLine).join('\n');

export const portSetting = (about: string, fallback: number): Setting<number> => ({
  schema: z.coerce.number().int().min(0).max(65_535),
  about,
  fallback: String(fallback),
});

export const millisecondsSetting = (about: string, fallback: number): Setting<number> => ({
  schema: z.coerce.number().int().min(1).max(86_400_000),
  about,
  fallback: String(fallback),
});

export const urlSetting = (about: string, developmentFallback?: string): Setting<string> => ({
  schema: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  about,
  developmentFallback,
});

export const logLevelSetting: Setting<string> = {
  schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  about: 'How much is logged: fatal, error, warn, info, debug, trace or silent',
  fallback: 'info',
};

export const listenHostSetting: Setting<string> = {
  schema: z.string().min(1),
  about: 'Interface to listen on',
  fallback: '0.0.0.0',
};

/** What every service of ours takes from the AWS SDK's own variables; the SDK reads the rest by itself. */
export const awsSettings = {
  AWS_REGION: { schema: z.string().min(1), about: 'AWS region of topics and queues', fallback: 'ap-south-1' },
  AWS_ENDPOINT_URL: {
    schema: z.url().optional(),
    about: 'Endpoint of SNS and SQS when it is not AWS itself, an emulator for example',
  },
} satisfies Settings;
