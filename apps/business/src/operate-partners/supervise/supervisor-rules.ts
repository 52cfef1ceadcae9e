/** When the supervisor takes a partner offline, and how it finds out that it is well again. */
export interface SupervisorRules {
  /** Calls of so long ago are judged. */
  readonly windowMs: number;
  /** Fewer say nothing. */
  readonly minimumCalls: number;
  /** The share of calls that failed, or that were slow, from which a partner is ill, in [0, 1]. */
  readonly illShare: number;
  /** Replicas that must see it, each among its own calls. */
  readonly witnesses: number;
  /** The share of all calls that is enough though one replica alone sees it: that may be the one that is ill. */
  readonly clearMajority: number;
  /** How long an ill partner is left alone, at most. */
  readonly probeAfterMs: number;
  /** The part of that which chance may take away, so that partners are not probed in step, in [0, 1]. */
  readonly probeJitter: number;
  /** Calls that must have ended before a probe is judged. */
  readonly probeCalls: number;
  /**
   * Reports that began so long before the probing count for it: nobody has called an offline partner for seconds, and
   * the first answers would otherwise wait for the next report.
   */
  readonly probeLeadMs: number;
}

export const SUPERVISOR_RULES: SupervisorRules = {
  windowMs: 30_000,
  minimumCalls: 20,
  illShare: 0.5,
  witnesses: 2,
  clearMajority: 0.8,
  probeAfterMs: 10_000,
  probeJitter: 0.2,
  probeCalls: 3,
  probeLeadMs: 2_500,
};
