import type { Clock } from '@app/ports';

/** So long after an instant, by a clock that follows the store's, the store's own has passed it, too. In milliseconds. */
export const CLOCK_SKEW_MS = 20;

/** A sleep from which somebody may wake the sleeper before its time. */
export class Nap implements Pick<Clock, 'sleep'> {
  private woken = new AbortController();
  private isAsleep = false;

  constructor(private readonly clock: Pick<Clock, 'sleep'>) {}

  /** Ends the sleep, or the next one where nobody sleeps now. */
  wake(): void {
    this.woken.abort('woken');
  }

  /** Ends the sleep, if there is one: for a sleeper that looks at what has happened before it lies down. */
  wakeIfAsleep(): void {
    if (this.isAsleep) this.wake();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const signals = [this.woken.signal, ...(signal === undefined ? [] : [signal])];
    this.isAsleep = true;
    await this.clock.sleep(ms, AbortSignal.any(signals));
    this.isAsleep = false;
    this.woken = new AbortController();
  }
}
