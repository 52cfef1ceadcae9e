import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Attempts before the last failure is thrown; default 500. */
  readonly attempts?: number;
  /** Between two attempts; by default 10 ms pass. */
  readonly pause?: () => Promise<unknown>;
}

/** Waits for an outcome: tries until the probe does not throw, and returns what it returned. */
export async function eventually<Outcome>(
  probe: () => Outcome | Promise<Outcome>,
  { attempts = 500, pause = () => delay(10) }: Patience = {},
): Promise<Outcome> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await probe();
    } catch (error) {
      if (left <= 1) throw error;
      await pause();
    }
  }
}
