import type { QuoteProgress } from '@app/domain';
import type { AnswerRecord, DescribeChange, Outbox, OutboxMessage, QuoteStore, StoreObserver } from '@app/ports';
import { outboxMessage } from '../builders/outbox-messages.js';

/** What the suite hands to a store that it makes. */
export interface StoreOptions {
  readonly observer: StoreObserver;
  readonly describe: DescribeChange;
  readonly leaseMs: number;
}

/** An empty store with its outbox, and what the suite must be able to do to them. */
export interface StoreUnderTest {
  readonly store: QuoteStore;
  readonly outbox: Outbox;
  /** The store's clock. */
  now(): Promise<Date>;
  /** Lets time pass: moves a manual clock on, or waits a moment for a real one. */
  pass(ms: number): Promise<void>;
  /** The record of answers that were not stored, oldest first. */
  unstored(): Promise<readonly AnswerRecord[]>;
  close(): Promise<void>;
}

export type MakeStore = (options: StoreOptions) => Promise<StoreUnderTest>;

/** Keeps what a store told of. */
export class RecordingObserver implements StoreObserver {
  readonly changes: QuoteProgress[] = [];
  readonly messages: OutboxMessage[] = [];

  changed(progress: QuoteProgress): void {
    this.changes.push(progress);
  }

  committed(messages: readonly OutboxMessage[]): void {
    this.messages.push(...messages);
  }
}

/** One message for each row that changed and one for the completion; the body says which. */
export const describeInWords: DescribeChange = (before, after) => {
  const rows = after.rows
    .filter((row) => row.version > before.version)
    .map((row) => `${row.partner} ${row.status} ${row.version}`);
  const completed = before.completedAt === null && after.completedAt !== null ? [`completed ${after.version}`] : [];
  return [...rows, ...completed].map((body) => outboxMessage({ body }));
};
