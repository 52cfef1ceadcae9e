import type { Snapshot } from '../snapshot.js';

/** Where text goes: a stream of this process, or a test's. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** The terminal's width. */
  readonly columns?: number;
  hasColors?(): boolean;
}

/** Shows a quote while it runs. */
export interface QuoteView {
  /** Something has changed. */
  show(snapshot: Snapshot): void;
  /** Everything is there. */
  finish(snapshot: Snapshot): void;
  /** Leaves the output as it was found; also after a quote that did not finish. */
  close(): void;
}
