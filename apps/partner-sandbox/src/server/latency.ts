import type { Partner } from '../partners/partner.js';

/** How long quote calls wait: not at all, as the partners promise, or evenly within a range. */
export type Latency =
  | { readonly kind: 'none' }
  | { readonly kind: 'sla' }
  | { readonly kind: 'fixed'; readonly minMs: number; readonly maxMs: number };

/** Milliseconds that a partner's next quote call waits. */
export type NextWait = (partner: Partner) => number;

/** The factors of the median, before the one that reaches the 95th percentile (partners.md 0.6). */
const SLA_FACTORS = [0.6, 0.8, 1, 1, 1.2, 1.5, 2];

const FIXED_STEPS = 10;
/** Without a common divisor with the steps: neighbours differ, and all steps come before one repeats. */
const FIXED_STRIDE = 7;

function waitOf(latency: Latency, { quoteSla, digit }: Partner, call: number): number {
  switch (latency.kind) {
    case 'none':
      return 0;
    case 'sla':
      return quoteSla.p50Ms * (SLA_FACTORS[call % (SLA_FACTORS.length + 1)] ?? quoteSla.p95Ms / quoteSla.p50Ms);
    case 'fixed': {
      const step = (call * FIXED_STRIDE + digit) % FIXED_STEPS;
      return latency.minMs + ((latency.maxMs - latency.minMs) * step) / (FIXED_STEPS - 1);
    }
  }
}

/** Deterministic: the waits depend only on how many quote calls the partner has had. */
export function latencyOf(latency: Latency): NextWait {
  const calls = new Map<string, number>();
  return (partner) => {
    const call = calls.get(partner.id) ?? 0;
    calls.set(partner.id, call + 1);
    return waitOf(latency, partner, call);
  };
}
