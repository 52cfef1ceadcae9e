import type { QuoteProgress } from '@app/domain';

type Listener = (progress: QuoteProgress) => void;

/** Wakes whoever waits for one quote request, with what was committed; it asks no database. */
export class ChangeFeed {
  private readonly listeners = new Map<string, Set<Listener>>();

  /** Calls `listener` with each change from now on, until the returned function is called. */
  subscribe(id: string, listener: Listener): () => void {
    const ofRequest = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, ofRequest.add(listener));
    return () => {
      ofRequest.delete(listener);
      if (ofRequest.size === 0) this.listeners.delete(id);
    };
  }

  changed(progress: QuoteProgress): void {
    for (const listener of this.listeners.get(progress.id) ?? []) listener(progress);
  }

  /** Requests that somebody waits for. */
  get size(): number {
    return this.listeners.size;
  }
}
