import type { QuoteProgress } from '@app/domain';
import type {
  Acceptance,
  AnswerRecord,
  DescribeChange,
  Outbox,
  OutboxMessage,
  QuoteStore,
  StoreObserver,
} from '@app/ports';
import { outboxMessage } from '../builders/outbox-messages.js';

/** What the suite hands to a store that it makes. */
export interface StoreOptions {
  readonly observer: StoreObserver;
  readonly describe: DescribeChange;
  readonly leaseMs: number;
}

export interface KeptOfRequest {
  /** Whether what it asked, or any personal field, is still there. */
  readonly content: boolean;
  readonly noticeVersion: string | undefined;
  readonly consentWithdrawnAt: string | null;
}

/** An empty store with its outbox, and what the suite must be able to do to them. */
export interface StoreUnderTest {
  readonly store: QuoteStore;
  readonly outbox: Outbox;
  /** The store's clock. */
  now(): Promise<Date>;
  /** Lets time pass for claims and idempotency keys: moves a manual clock on, or makes all of them older. */
  pass(ms: number): Promise<void>;
  /** What is kept of a request besides its progress. */
  kept(id: string): Promise<KeptOfRequest>;
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

/** The request of a post that was accepted; throws for any other outcome. */
export function progressOf(acceptance: Acceptance): QuoteProgress {
  if (acceptance.outcome !== 'ACCEPTED') throw new Error(`Expected ACCEPTED, not ${acceptance.outcome}`);
  return acceptance.progress;
}

/** One message for each row that changed and one for the completion; the body says which. */
export const describeInWords: DescribeChange = (before, after) => {
  const rows = after.rows
    .filter((row) => row.version > before.version)
    .map((row) => `${row.partner} ${row.status} ${row.version}`);
  const completed = before.completedAt === null && after.completedAt !== null ? [`completed ${after.version}`] : [];
  return [...rows, ...completed].map((body) => outboxMessage({ body, correlationId: after.id }));
};
