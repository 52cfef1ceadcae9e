import type { PartnerManifest } from '@app/partner-registry';
import type { ManualClock } from '@app/testing';
import { type CallPolicyParts, createCallPolicy } from '../policy/call-policy.js';
import type { CallResult } from '../policy/repeats/partner-caller.js';
import { attemptAt, PartnerOnClock } from './partner-on-clock.js';

/** The status of an answer, the category of a failure. */
export const outcomeOf = (result: CallResult | null) =>
  result?.reply.outcome === 'FAILED' ? result.reply.error.category : result?.reply.status;

/** The whole call policy in front of one partner, in the time of a clock. */
export function callPolicyOn(clock: ManualClock, partner: PartnerManifest, changes: Partial<CallPolicyParts> = {}) {
  const gateway = new PartnerOnClock(clock);
  const { caller, operations } = createCallPolicy({
    partners: [partner],
    gateway,
    wanted: { isWanted: async () => true },
    isOffline: () => false,
    hedgeQuotes: false,
    clock,
    random: () => 0,
    onBreakerChange: () => undefined,
    ...changes,
  });
  const settled: (CallResult | null)[] = [];
  return {
    gateway,
    /** What has become of those who asked, in the order in which they learned it. */
    settled,
    operations,
    operation: operations.of(partner, 'quote'),
    async ask(leftMs = 20_000): Promise<CallResult | null> {
      const result = await caller.ask(attemptAt(clock, leftMs, partner));
      settled.push(result);
      return result;
    },
  };
}
