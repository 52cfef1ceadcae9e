import type { Clock } from '@app/ports';

/** A sleep from which somebody may wake the sleeper before its time. */
export class Nap implements Pick<Clock, 'sleep'> {
  private woken = new AbortController();

  constructor(private readonly clock: Pick<Clock, 'sleep'>) {}

  /** Ends the sleep, or the next one where nobody sleeps now. */
  wake(): void {
    this.woken.abort('woken');
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const signals = [this.woken.signal, ...(signal === undefined ? [] : [signal])];
    await this.clock.sleep(ms, AbortSignal.any(signals));
    this.woken = new AbortController();
  }
}
