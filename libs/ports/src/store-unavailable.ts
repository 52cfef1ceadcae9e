/** A store that cannot be reached, or does not answer in time: nothing is known to be wrong with the request. */
export class StoreUnavailableError extends Error {
  constructor(
    /** `PostgreSQL`, `Redis`: for operators. */
    readonly store: string,
    cause?: unknown,
  ) {
    super(`${store} cannot be reached`, { cause });
  }
}
