import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import type { ReadyLine } from '../local-stack/ready-line.js';
import type { QuoteTiming } from './measure-quote.js';
import type { SandboxCall, SandboxOptions } from './sandbox-control.js';

const LATENCY = { minMs: 20, maxMs: 200 };

/** How the stack is set up to be measured: partners with known latencies, and no limits, on their side or ours. */
export const BENCH_ENVIRONMENT: Readonly<Record<string, string>> = {
  SANDBOX_LATENCY: `fixed:${LATENCY.minMs}-${LATENCY.maxMs}`,
  ...Object.fromEntries(PARTNERS.map(({ id }) => [`${settingsPrefix(id)}LIMITS`, 'off'])),
};

const isLoopback = (url: string): boolean => /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(new URL(url).hostname);

/** Why the load must not be sent to this stack; undefined when it may. */
export function refusalToLoad({ api, sandbox }: ReadyLine): string | undefined {
  if (sandbox === null) return 'This stack has no sandbox: its partners are real ones, which nobody may load.';
  const far = [api, sandbox].find((url) => !isLoopback(url));
  return far === undefined ? undefined : `${far} is not on this machine: only the stack of this checkout is loaded.`;
}

/** What makes the figures of this stack hard to compare, as sentences. */
export function setupWarnings({ latency, unlimitedPartners }: SandboxOptions): string[] {
  const { kind, minMs, maxMs } = latency;
  const warnings: string[] = [];
  if (kind !== 'fixed' || minMs !== LATENCY.minMs || maxMs !== LATENCY.maxMs)
    warnings.push(`The sandbox's latency is not ${BENCH_ENVIRONMENT.SANDBOX_LATENCY}.`);
  const limited = PARTNERS.filter(({ id }) => !unlimitedPartners.includes(id));
  if (limited.length > 0)
    warnings.push(`The limits of ${limited.map(({ name }) => name).join(' and ')} are on: requests will wait or fail.`);
  return warnings;
}

/**
 * The partners of one quote request that the sandbox was not called for: they are somewhere else, or cannot be reached.
 * Asked once before the load, so that no real partner ever gets more than that one call.
 */
export function partnersElsewhere({ id, answers }: QuoteTiming, calls: readonly SandboxCall[]): string[] {
  const called = new Set(calls.filter(({ reference }) => reference === id).map(({ partner }) => partner));
  return answers.filter(({ partner }) => !called.has(partner)).map(({ partner, status }) => `${partner} (${status})`);
}
