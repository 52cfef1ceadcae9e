import { type Behaviour, failingQuoteCalls } from '../behaviour/behaviour.js';
import type { Magic } from './magic-values.js';

/** Counts the quote calls that fail on purpose, per credential and magic value (partners.md 0.5) or behaviour. */
export class FailingCalls {
  readonly #failed = new Map<string, number>();

  constructor(private readonly behaviour: () => Behaviour) {}

  /** Which failure in a row this call is, from 1; 0 when it goes through, which starts the count afresh. */
  next(credential: string, magic: Magic): number {
    const behaviour = this.behaviour();
    const imposed = failingQuoteCalls(behaviour);
    const limit = imposed ?? magic.effect.failingQuoteCalls;
    if (limit === undefined) return 0;
    const key = `${credential} ${imposed === undefined ? magic.value : behaviour.mode}`;
    const failed = this.#failed.get(key) ?? 0;
    const ordinal = failed < limit ? failed + 1 : 0;
    this.#failed.set(key, ordinal);
    return ordinal;
  }
}
