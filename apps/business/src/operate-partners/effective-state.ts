import type { ForcedState, PartnerCondition, SupervisedState } from '@app/ports';

/** What is true of a partner at a moment, for everybody. */
export interface EffectiveState {
  readonly state: SupervisedState;
  /** What an operator has set and has not ended. */
  readonly forced: ForcedState | null;
  readonly since: Date;
  readonly reason: string | null;
}

const LONG_AGO = new Date(0);

/** A partner of which nothing was ever stored. */
export const unknownCondition = (partner: string): PartnerCondition => ({
  ...{ partner, version: 0, state: 'ONLINE', since: LONG_AGO, reason: null, probeAt: null, forced: null },
});

/** Whether what an operator has set is over. */
export const isForceOver = ({ until }: ForcedState, now: Date): boolean => until !== null && until <= now;

/** What an operator has set wins until its end; from then on the supervisor goes on from online. */
export function effectiveState({ state, since, reason, forced }: PartnerCondition, now: Date): EffectiveState {
  if (forced === null) return { state, forced: null, since, reason };
  if (!isForceOver(forced, now)) {
    return { state: forced.state, forced, since: forced.since, reason: forced.reason };
  }
  return { state: 'ONLINE', forced: null, since: forced.until ?? now, reason: null };
}
