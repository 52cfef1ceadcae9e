import { type Logger, Rounds } from '@app/platform';
import type { Clock, TimeSource } from '@app/ports';

export interface StoreClockParts {
  readonly source: TimeSource;
  /** For sleeping, and for the time before the source could be asked. */
  readonly local: Clock;
  /** Milliseconds from any start, never set back: `performance.now`. */
  readonly elapsed: () => number;
  readonly logger: Logger;
}

const PERIOD_MS = 30_000;
const RETRY_MS = 1_000;
/** The quickest of these answers is the least in doubt. */
const ASKED_AT_ONCE = 3;

interface Reading {
  readonly roundTrip: number;
  /** The source's time when `elapsed` was zero. */
  readonly origin: number;
}

/**
 * The store's clock, as this process knows it: every replica has the same idea of when a request ends, whatever its
 * machine's clock says. Between two questions it goes on by a clock that nobody can set.
 */
export class StoreClock implements Clock {
  private readonly rounds: Rounds;
  private origin: number;
  private isKnown = false;

  constructor(private readonly parts: StoreClockParts) {
    this.origin = parts.local.now().getTime() - parts.elapsed();
    this.rounds = new Rounds({
      clock: parts.local,
      round: () => this.trySynchronising(),
      pauseMs: () => (this.isKnown ? PERIOD_MS : RETRY_MS),
    });
  }

  now(): Date {
    return new Date(Math.round(this.origin + this.parts.elapsed()));
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.parts.local.sleep(ms, signal);
  }

  /** Asks the source once; rejects while it is away, and the time goes on as it was known. */
  async synchronise(): Promise<void> {
    const readings: Reading[] = [];
    for (let asked = 0; asked < ASKED_AT_ONCE; asked += 1) readings.push(await this.ask());
    const [best] = readings.sort((one, other) => one.roundTrip - other.roundTrip);
    if (best !== undefined) this.origin = best.origin;
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  private async trySynchronising(): Promise<void> {
    try {
      await this.synchronise();
      this.isKnown = true;
    } catch (error) {
      this.isKnown = false;
      this.parts.logger.warn({ err: error }, 'the time of the store could not be read');
    }
  }

  private async ask(): Promise<Reading> {
    const { source, elapsed } = this.parts;
    const sent = elapsed();
    const time = (await source.ask()).getTime();
    const received = elapsed();
    return { roundTrip: received - sent, origin: time - (sent + received) / 2 };
  }
}
