import type { Clock } from '@app/ports';

interface Sleeper {
  readonly until: number;
  wake(): void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  private readonly sleepers = new Set<Sleeper>();
  private nowMs: number;

  constructor(start = '2026-11-23T10:00:00.000Z') {
    this.nowMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.nowMs);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper: Sleeper = { until: this.nowMs + ms, wake: () => this.wake(sleeper, resolve) };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', () => sleeper.wake(), { once: true });
      if (signal?.aborted || ms <= 0) sleeper.wake();
    });
  }

  /** Moves the time on and wakes whoever slept until then. */
  advance(ms: number): void {
    this.nowMs += ms;
    for (const sleeper of this.sleepers) if (sleeper.until <= this.nowMs) sleeper.wake();
  }

  /** How many wait for this clock now. */
  get sleeping(): number {
    return this.sleepers.size;
  }

  private wake(sleeper: Sleeper, resolve: () => void): void {
    this.sleepers.delete(sleeper);
    resolve();
  }
}
