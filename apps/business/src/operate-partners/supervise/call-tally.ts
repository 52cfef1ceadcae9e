import type { PartnerCalls } from '@app/ports';

/** What all replicas saw of one partner, in all its operations. */
export interface CallTally {
  readonly calls: number;
  readonly failed: number;
  readonly slowCalls: number;
  /** By category; none is zero. */
  readonly failures: Readonly<Record<string, number>>;
}

const NOTHING: CallTally = { calls: 0, failed: 0, slowCalls: 0, failures: {} };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function withCalls(tally: CallTally, { calls, failures, slowCalls }: PartnerCalls): CallTally {
  const byCategory = { ...tally.failures };
  for (const [category, number] of Object.entries(failures)) {
    byCategory[category] = (byCategory[category] ?? 0) + number;
  }
  return {
    calls: tally.calls + calls,
    failed: tally.failed + sum(Object.values(failures)),
    slowCalls: tally.slowCalls + slowCalls,
    failures: byCategory,
  };
}

export const tallyOf = (calls: readonly PartnerCalls[]): CallTally => calls.reduce(withCalls, NOTHING);

export const tallyByReplica = (calls: readonly PartnerCalls[]): CallTally[] =>
  [...Map.groupBy(calls, ({ replica }) => replica).values()].map(tallyOf);

/** The share of calls that failed or that were slow, whichever is more: most that fail slowly are both. */
export const illShareOf = ({ calls, failed, slowCalls }: CallTally): number =>
  calls === 0 ? 0 : Math.max(failed, slowCalls) / calls;
