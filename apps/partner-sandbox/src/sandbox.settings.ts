import { settingsPrefix } from '@app/partner-registry';
import { z } from 'zod';
import { type MutualTlsSettings, mutualTlsOf, mutualTlsVariables, portSetting } from './mutual-tls.settings.js';
import { SIMULATED_PARTNERS } from './partners/partners.js';
import type { Latency } from './server/latency.js';

/** What the process reads from its environment. */
export interface SandboxSettings {
  readonly port: number;
  readonly latency: Latency;
  /** Also the limits that the text leaves off in a sandbox: A's 600 requests a minute, B's five at a time. */
  readonly enforceLimits: boolean;
  /** Partners whose limits are off altogether, even those that are always on. */
  readonly unlimitedPartners: readonly string[];
  /** The partners that also listen with mutual TLS, by their slugs. */
  readonly mutualTls: Readonly<Record<string, MutualTlsSettings>>;
}

const FIXED = /^fixed:(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/;

const latency = z.string().transform((text, context): Latency => {
  if (text === 'none' || text === 'sla') return { kind: text };
  const [, minMs, maxMs] = FIXED.exec(text)?.map(Number) ?? [];
  if (minMs !== undefined && maxMs !== undefined && minMs <= maxMs) return { kind: 'fixed', minMs, maxMs };
  context.addIssue({ code: 'custom', message: 'Expected none, sla or fixed:<min>-<max>' });
  return z.NEVER;
});

const limitsVariable = (partnerId: string): string => `${settingsPrefix(partnerId)}LIMITS`;

const variables = {
  PORT: portSetting.default(4100).describe('Port on 127.0.0.1; 0 takes any free one (4100)'),
  SANDBOX_LATENCY: latency
    .default({ kind: 'none' })
    .describe('How long quote calls wait: none, sla or fixed:<min>-<max> in ms (none)'),
  SANDBOX_ENFORCE_LIMITS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: also the limits that a sandbox leaves off (false)'),
  ...Object.fromEntries(
    SIMULATED_PARTNERS.map(({ id }) => [
      limitsVariable(id),
      z.enum(['on', 'off']).default('on').describe(`off: no limits at ${id}, for measurements only (on)`),
    ]),
  ),
};

const MUTUAL_TLS_PARTNERS = SIMULATED_PARTNERS.filter(({ mutualTls }) => mutualTls).map(({ id }) => id);

const environmentOf = (given: NodeJS.ProcessEnv) =>
  z.object({
    ...variables,
    ...Object.fromEntries(MUTUAL_TLS_PARTNERS.flatMap((id) => Object.entries(mutualTlsVariables(id, given)))),
  });

/** Every variable with what it does, for people. */
export function settingsHelp(): string {
  const lines = Object.entries(environmentOf({}).shape).map(
    ([name, { description = '' }]) => `  ${name.padEnd(33)} ${description}`,
  );
  return `The partners' side, simulated. Settings (environment variables, default in parentheses):\n${lines.join('\n')}\n`;
}

/** Checks the environment; throws with every problem at once. An empty variable counts as absent. */
export function readSettings(env: NodeJS.ProcessEnv): SandboxSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environmentOf(given).safeParse(given);
  if (!parsed.success) throw new Error(`The settings are wrong:\n${z.prettifyError(parsed.error)}`);
  const settings: typeof parsed.data & Readonly<Record<string, unknown>> = parsed.data;
  return {
    port: settings.PORT,
    latency: settings.SANDBOX_LATENCY,
    enforceLimits: settings.SANDBOX_ENFORCE_LIMITS === 'true',
    unlimitedPartners: SIMULATED_PARTNERS.map(({ id }) => id).filter((id) => settings[limitsVariable(id)] === 'off'),
    mutualTls: Object.fromEntries(
      MUTUAL_TLS_PARTNERS.flatMap((id) => {
        const setUp = mutualTlsOf(id, settings);
        return setUp === undefined ? [] : [[id, setUp]];
      }),
    ),
  };
}
