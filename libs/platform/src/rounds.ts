import type { Clock } from '@app/ports';

export interface RoundsParts {
  readonly clock: Pick<Clock, 'sleep'>;
  /** What is done each time. Must not reject; a long one looks at the signal, which aborts when it is to end. */
  readonly round: (stopping: AbortSignal) => Promise<void>;
  /** How long to rest after a round, in milliseconds. */
  readonly pauseMs: () => number;
  /** How long to wait before the first one, in milliseconds; by default it begins at once. */
  readonly firstAfterMs?: () => number;
}

/** Something that is done again and again, one time after the other, from `start` until `stop`. */
export class Rounds {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: RoundsParts) {}

  /** A second time changes nothing. */
  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the round in hand is done; also when there was none. */
  async stop(): Promise<void> {
    this.stopping.abort('stopping');
    await this.running;
  }

  private async run(): Promise<void> {
    const { clock, firstAfterMs, pauseMs, round } = this.parts;
    const { signal } = this.stopping;
    if (firstAfterMs !== undefined) await clock.sleep(firstAfterMs(), signal);
    while (!signal.aborted) {
      await round(signal);
      if (!signal.aborted) await clock.sleep(pauseMs(), signal);
    }
  }
}
