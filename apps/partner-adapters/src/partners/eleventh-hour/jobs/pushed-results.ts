import { Recent } from './recent.js';

export interface PushedResultsOptions {
  readonly limit?: number;
  /** A result that came and was never asked for. */
  readonly onUnused: (jobId: string) => void;
}

/**
 * Results that E pushed, on their way to whoever waits for their job. One that comes before its job is known here is
 * kept: E may push before we have read its 202.
 */
export class PushedResults {
  private readonly waiting = new Map<string, Set<(result: unknown) => void>>();
  private readonly early: Recent<unknown>;
  private readonly over: Recent<true>;

  constructor({ limit = 1_000, onUnused }: PushedResultsOptions) {
    this.early = new Recent(limit, onUnused);
    this.over = new Recent(limit);
  }

  push(jobId: string, result: unknown): void {
    const listeners = this.waiting.get(jobId);
    if (listeners === undefined && !this.over.has(jobId)) this.early.set(jobId, result);
    for (const listener of listeners ?? []) listener(result);
  }

  /** Hands over the job's result, at once when it is here. Returns how to stop waiting. */
  wait(jobId: string, listener: (result: unknown) => void): () => void {
    const early = this.early.has(jobId);
    const result = this.early.take(jobId);
    if (early) listener(result);
    const listeners = this.waiting.get(jobId) ?? new Set();
    this.waiting.set(jobId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.waiting.delete(jobId);
    };
  }

  /** The job's result is known already: it is no loss when nobody waits for its push. */
  close(jobId: string): void {
    this.over.set(jobId, true);
    this.early.take(jobId);
  }
}
