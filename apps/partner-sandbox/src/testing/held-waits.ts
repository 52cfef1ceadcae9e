import type { Wait } from '../background/wait.js';

interface HeldWait {
  readonly ms: number;
  readonly release: () => void;
}

/** Waits that end when the test says so. */
export class HeldWaits {
  readonly #waits: HeldWait[] = [];
  readonly #awaited: ((held: HeldWait) => void)[] = [];

  readonly wait: Wait = (ms, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      const held = { ms, release: resolve };
      const awaited = this.#awaited.shift();
      if (awaited === undefined) this.#waits.push(held);
      else awaited(held);
    });

  /** The next wait that begins. */
  next(): Promise<HeldWait> {
    const held = this.#waits.shift();
    return held === undefined ? new Promise((resolve) => this.#awaited.push(resolve)) : Promise.resolve(held);
  }
}
