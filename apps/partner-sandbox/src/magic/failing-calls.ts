import type { Magic } from './magic-values.js';

/** Counts the quote calls that fail on purpose, per credential and magic value (partners.md 0.5). */
export class FailingCalls {
  readonly #failed = new Map<string, number>();

  /** Which failure in a row this call is, from 1; 0 when it goes through, which starts the count afresh. */
  next(credential: string, magic: Magic): number {
    const limit = magic.effect.failingQuoteCalls;
    if (limit === undefined) return 0;
    const key = `${credential} ${magic.value}`;
    const failed = this.#failed.get(key) ?? 0;
    const ordinal = failed < limit ? failed + 1 : 0;
    this.#failed.set(key, ordinal);
    return ordinal;
  }
}
