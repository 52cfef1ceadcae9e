import type { PollGate } from '../poll-gate.js';

/** A gate that a test opens and closes. */
export class GateInMemory implements PollGate {
  private closed = new AbortController();
  private opened = Promise.withResolvers<void>();

  constructor(private allowed: number) {}

  set(allowed: number): void {
    this.allowed = allowed;
    if (allowed > 0) {
      this.opened.resolve();
      return;
    }
    this.opened = Promise.withResolvers<void>();
    this.closed.abort('closed');
    this.closed = new AbortController();
  }

  allows(): number {
    return this.allowed;
  }

  async untilAllowed(signal: AbortSignal): Promise<void> {
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await Promise.race([this.opened.promise, stopped]);
  }

  closing(): AbortSignal {
    return this.closed.signal;
  }
}
