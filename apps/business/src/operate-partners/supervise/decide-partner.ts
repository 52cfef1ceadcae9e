import type { AuditRecord, PartnerCalls, PartnerCondition, SupervisedState } from '@app/ports';
import { isForceOver } from '../effective-state.js';
import { type CallTally, illShareOf, tallyByReplica, tallyOf } from './call-tally.js';
import type { SupervisorRules } from './supervisor-rules.js';

export const SUPERVISOR = 'supervisor';

/** What the supervisor decides by. */
export interface Evidence {
  readonly condition: PartnerCondition;
  /** Of this partner, since `countedFrom`. */
  readonly calls: readonly PartnerCalls[];
  readonly now: Date;
  readonly rules: SupervisorRules;
  /** In [0, 1). */
  readonly random: number;
}

/** A change to be stored with its audit entry. */
export interface Decision {
  readonly after: PartnerCondition;
  readonly audit: AuditRecord;
}

type NextState = Pick<PartnerCondition, 'state' | 'reason' | 'probeAt'>;

/** From when on calls say something of a partner: what was before its last change is settled. */
export function countedFrom({ state, since }: PartnerCondition, now: Date, rules: SupervisorRules): Date {
  const settled = since.getTime() - (state === 'PROBING' ? rules.probeLeadMs : 0);
  return new Date(state === 'PROBING' ? settled : Math.max(settled, now.getTime() - rules.windowMs));
}

function isIll(calls: readonly PartnerCalls[], rules: SupervisorRules): boolean {
  const all = tallyOf(calls);
  if (all.calls < rules.minimumCalls || illShareOf(all) < rules.illShare) return false;
  const witnesses = tallyByReplica(calls).filter((replica) => illShareOf(replica) >= rules.illShare).length;
  return witnesses >= rules.witnesses || illShareOf(all) >= rules.clearMajority;
}

const inWords = ({ calls, failed, slowCalls }: CallTally): string =>
  `${failed} of ${calls} calls failed, ${slowCalls} were slow`;

function offline({ calls, now, rules, random }: Evidence): NextState {
  const waitMs = rules.probeAfterMs * (1 - rules.probeJitter * random);
  return { state: 'OFFLINE', reason: inWords(tallyOf(calls)), probeAt: new Date(now.getTime() + waitMs) };
}

/** What follows in each state; null where nothing does. */
const NEXT: Readonly<Record<SupervisedState, (evidence: Evidence) => NextState | null>> = {
  ONLINE: (evidence) => (isIll(evidence.calls, evidence.rules) ? offline(evidence) : null),
  OFFLINE: ({ condition: { probeAt, reason }, now }) =>
    probeAt === null || probeAt <= now ? { state: 'PROBING', reason, probeAt: null } : null,
  PROBING: (evidence) => {
    const tally = tallyOf(evidence.calls);
    if (tally.calls < evidence.rules.probeCalls) return null;
    return illShareOf(tally) === 0 ? { state: 'ONLINE', reason: inWords(tally), probeAt: null } : offline(evidence);
  },
};

function decisionOf({ condition, calls, now }: Evidence, next: NextState): Decision {
  const { partner, version, state, forced } = condition;
  const replicas = tallyByReplica(calls).length;
  const details = { from: forced?.state ?? state, to: next.state, ...tallyOf(calls), replicas };
  return {
    after: { partner, version: version + 1, since: now, forced: null, ...next },
    audit: {
      ...{ at: now, actor: SUPERVISOR, action: 'PARTNER_STATE_CHANGED', subject: partner, reason: next.reason },
      details,
    },
  };
}

/**
 * What becomes of a partner, by what replicas saw of it; null when nothing does. Pure. What an operator has set is left
 * alone until its end; then the partner is online, and judged by what is seen from then on.
 */
export function decidePartner(evidence: Evidence): Decision | null {
  const { condition, now } = evidence;
  const { forced, state } = condition;
  if (forced !== null) {
    if (!isForceOver(forced, now)) return null;
    const ended: NextState = { state: 'ONLINE', reason: 'what an operator had set is over', probeAt: null };
    return decisionOf({ ...evidence, calls: [] }, ended);
  }
  const next = NEXT[state](evidence);
  return next === null ? null : decisionOf(evidence, next);
}
