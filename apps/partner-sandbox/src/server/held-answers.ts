import type { Wait } from '../background/wait.js';

interface Closable {
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** The answers that wait before they leave. */
export class HeldAnswers {
  readonly #held = new Set<AbortController>();

  constructor(private readonly wait: Wait) {}

  /** True when the answer may leave; false when its client went away or the sandbox stops. */
  async hold(response: Closable, ms: number): Promise<boolean> {
    const controller = new AbortController();
    const release = (): void => controller.abort();
    this.#held.add(controller);
    response.once('close', release);
    await this.wait(ms, controller.signal);
    response.off('close', release);
    this.#held.delete(controller);
    return !controller.signal.aborted;
  }

  dropAll(): void {
    for (const controller of this.#held) controller.abort();
  }
}
