import type { AuditRecord } from './audit-trail.port.js';

/** A message as it lay in a dead-letter queue. */
export interface CollectedLetter {
  /** SQS's id of the message: collecting it twice keeps it once. */
  readonly messageId: string;
  /** The queue where it failed, not its dead-letter queue. */
  readonly queue: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Short, of a kind: what letters are grouped by. */
  readonly cause: string;
  /** How often it was replayed before. */
  readonly replays: number;
  /** How long from now it is left alone before it is replayed by itself, in milliseconds; null: for ever. */
  readonly replayAfterMs: number | null;
}

export interface DeadLetter extends Omit<CollectedLetter, 'replayAfterMs'> {
  /** A UUID of our own. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly replayAt: Date | null;
}

export interface DeadLetterGroup {
  readonly queue: string;
  readonly cause: string;
  readonly count: number;
  readonly oldestAt: Date;
  readonly newestAt: Date;
  /** The oldest, up to 20. */
  readonly letters: readonly DeadLetter[];
}

export interface GroupQuery {
  readonly queue?: string | undefined;
  readonly limit: number;
  /** The queue and cause of the last group that the reader has. */
  readonly after?: { readonly queue: string; readonly cause: string } | undefined;
}

export interface ReplaySelection {
  readonly queue: string;
  readonly cause?: string | undefined;
}

export interface ReplaySchedule {
  readonly matched: number;
  /** When the last of them is due; null when there are none. */
  readonly lastAt: Date | null;
}

export interface LettersOfQueue {
  readonly queue: string;
  readonly count: number;
  readonly oldestAt: Date;
}

/**
 * Dead letters, since SQS cannot browse them. Obligations: a message is kept once however often it is collected, also
 * after it was replayed or discarded, for 14 days. A claim is a lease by the store's clock: nobody else gets a letter
 * that a live claimer holds. Rejects with `StoreUnavailableError` when it cannot be reached.
 */
export interface DeadLetterStore {
  collect(letters: readonly CollectedLetter[]): Promise<void>;

  /** In the order of queue and cause. */
  groups(query: GroupQuery): Promise<DeadLetterGroup[]>;

  counts(): Promise<LettersOfQueue[]>;

  /** Up to `limit` letters whose time to be replayed has come, the longest due first, claimed for `leaseMs`. */
  claimDue(limit: number, leaseMs: number): Promise<DeadLetter[]>;

  /** When the next letter is due that is not due yet. */
  nextDueAt(): Promise<Date | null>;

  /** They were replayed, or handed on: not to be seen any more. */
  settle(ids: readonly string[]): Promise<void>;

  /** How many a replay would be; changes nothing. */
  matching(selection: ReplaySelection): Promise<number>;

  /**
   * Makes the selected letters due one after the other from now on, the oldest first, and writes the audit, with
   * how many it `matched` among its details.
   */
  scheduleReplay(selection: ReplaySelection, ratePerSecond: number, audit: AuditRecord): Promise<ReplaySchedule>;

  /**
   * False for a letter that is not there (any more). The audit is written with it, its `queue` and
   * `cause` among the details.
   */
  discard(id: string, audit: AuditRecord): Promise<boolean>;
}
