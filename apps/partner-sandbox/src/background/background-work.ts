/** Starts work that nobody waits for and that never rejects; its signal aborts when the sandbox stops. */
export type InBackground = (work: (signal: AbortSignal) => Promise<void>) => void;

/** What goes on after its answer has left. Bounded: what would be too much is not begun. */
export class BackgroundWork {
  readonly #running = new Set<AbortController>();
  #stopped = false;

  constructor(private readonly capacity = 10_000) {}

  readonly start: InBackground = (work) => {
    if (this.#stopped || this.#running.size >= this.capacity) return;
    const controller = new AbortController();
    this.#running.add(controller);
    void work(controller.signal).finally(() => this.#running.delete(controller));
  };

  stop(): void {
    this.#stopped = true;
    for (const controller of this.#running) controller.abort();
  }
}
