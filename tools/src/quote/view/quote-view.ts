import type { ApplicationView } from '@app/contracts';
import type { Snapshot } from '../snapshot.js';

/** Where text goes: a stream of this process, or a test's. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** The terminal's width. */
  readonly columns?: number;
  hasColors?(): boolean;
}

/** Shows a quote while it runs, and what becomes of one of its offers. */
export interface QuoteView {
  /** Something has changed. */
  show(snapshot: Snapshot): void;
  /** Every answer is there. */
  finish(snapshot: Snapshot): void;
  /** The application for one of its offers is made, or has gone on. */
  showApplication(application: ApplicationView): void;
  /** Something for people to read. */
  say(lines: readonly string[]): void;
  /** Leaves the output as it was found; also after a quote that did not finish. */
  close(): void;
}
