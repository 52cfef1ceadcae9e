/** At most `quota` uses in any `windowMs`. */
export interface UsageLimit {
  /** As clients see it: `burst`, `day`. */
  readonly name: string;
  /** What the uses are counted under, `client-one`; limits of one key, name and window share a count. */
  readonly key: string;
  readonly quota: number;
  readonly windowMs: number;
}

/** Where a limit stands after a use was counted or refused. */
export interface UsageState extends UsageLimit {
  readonly remaining: number;
  /** Until uses become free again, in milliseconds; when none is left, until the next one is possible. */
  readonly resetMs: number;
}

export interface UsageVerdict {
  readonly allowed: boolean;
  /** In the order of the limits. */
  readonly states: readonly UsageState[];
}

/**
 * Counts what clients use. Obligations: one use counts against all of its limits, or, when one of them is exhausted,
 * against none; never more than `quota` uses are allowed in any window, under concurrency too, by everybody who shares
 * the meter; a whole quota is there at once for who has used nothing; memory does not grow with quotas or with time.
 */
export interface UsageMeter {
  use(limits: readonly UsageLimit[]): Promise<UsageVerdict>;
}
