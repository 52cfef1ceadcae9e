import type { PartnerView } from '@app/contracts';
import type { PartnerManifest } from '@app/partner-registry';
import type { PartnerCalls, PartnerCondition, ReplicaBreaker } from '@app/ports';
import { effectiveState } from './effective-state.js';
import { tallyOf } from './supervise/call-tally.js';
import { SUPERVISOR } from './supervise/decide-partner.js';

/** What is known of one partner. */
export interface PartnerFacts {
  readonly manifest: PartnerManifest;
  readonly condition: PartnerCondition;
  readonly breakers: readonly ReplicaBreaker[];
  /** Since `from`. */
  readonly calls: readonly PartnerCalls[];
  readonly from: Date;
  readonly now: Date;
}

/** How it is called, whatever the registry says of that; which secrets and codes there are is no policy. */
function policyOf(manifest: PartnerManifest): PartnerView['policy'] {
  const {
    id: _id,
    name: _name,
    lines: _lines,
    secrets: _secrets,
    errorCodes: _e,
    declineCodes: _d,
    ...policy
  } = manifest;
  return JSON.parse(JSON.stringify(policy));
}

function scorecardOf(operation: string, calls: readonly PartnerCalls[], from: Date): PartnerView['scorecard'][number] {
  const { calls: all, failed, failures, slowCalls } = tallyOf(calls);
  const rateOf = (number: number): number => (all === 0 ? 0 : number / all);
  return {
    ...{ operation, from: from.toISOString(), calls: all, failed, failures, slowCalls },
    ...{ failureRate: rateOf(failed), slowRate: rateOf(slowCalls) },
  };
}

function stateOf(condition: PartnerCondition, now: Date) {
  const { state, forced, since, reason } = effectiveState(condition, now);
  const isKnown = condition.version > 0;
  return {
    state: forced?.state ?? ('AUTO' as const),
    effectiveState: state,
    forced: forced !== null,
    reason,
    since: isKnown && since.getTime() > 0 ? since.toISOString() : null,
    until: forced?.until?.toISOString() ?? null,
    changedBy: forced?.by ?? (reason === null ? null : SUPERVISOR),
  };
}

/** One partner in the form of `partnerView`. */
export function partnerViewOf({ manifest, condition, breakers, calls, from, now }: PartnerFacts): PartnerView {
  const { id, name, lines } = manifest;
  const byOperation = Map.groupBy(calls, ({ operation }) => operation);
  const operations = new Set([...Object.keys(manifest.operations), ...byOperation.keys()]);
  return {
    ...{ id, name, lines: [...lines], policy: policyOf(manifest) },
    ...stateOf(condition, now),
    breakers: breakers.map(({ partner: _, reportedAt, ...rest }) => ({
      ...rest,
      reportedAt: reportedAt.toISOString(),
    })),
    scorecard: [...operations].map((one) => scorecardOf(one, byOperation.get(one) ?? [], from)),
  };
}
