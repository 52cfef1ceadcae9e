/**
 * What is erased when its time is over (canonical-model.md §10). Every method handles up to `limit`, the oldest first,
 * and says how many: fewer than `limit` means that nothing is left. Safe by several at once, and again after a crash.
 */
export interface Retention {
  /** Erases the contact and special fields (classes C and S) of requests created before `before`. */
  erasePersonal(before: Date, limit: number): Promise<number>;

  /** Counts requests created before `before` into the statistics by month, line, partner and status; deletes them. */
  aggregate(before: Date, limit: number): Promise<number>;

  /**
   * Deletes what applications asked for, personal fields and details with it, that ended before `before` without a
   * policy, all money gone back: `REJECTED` or `EXPIRED`, no refund due, no policy number ever heard of. The
   * application itself and the hashes of its payments stay.
   */
  eraseApplications(before: Date, limit: number): Promise<number>;

  /**
   * Deletes dead letters that were collected before `before`, with the sealed fields that they carry; one that was to be
   * replayed later counts from then on.
   */
  forgetLetters(before: Date, limit: number): Promise<number>;

  /** Forgets idempotency keys whose time is over. */
  forgetKeys(limit: number): Promise<number>;

  /** Seals personal fields under the present key where they are sealed under an older one. */
  reseal(limit: number): Promise<number>;
}
