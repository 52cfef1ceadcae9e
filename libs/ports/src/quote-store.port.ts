import type { CanonicalRequest, PersonalFields } from '@app/contracts';
import type { AnswerRow, PartnerAnswer, QuoteProgress, RecordResult } from '@app/domain';
import type { OutboxMessage } from './outbox.port.js';

/** A request that was checked and is about to be accepted. */
export interface NewQuoteRequest {
  readonly clientId: string;
  /** Without personal fields. */
  readonly request: CanonicalRequest;
  /** Kept apart, encrypted at rest. */
  readonly personal: PersonalFields;
  /** One for every partner asked; those that are answered at once are final already. */
  readonly rows: readonly AnswerRow[];
  readonly version: number;
  readonly messages: readonly OutboxMessage[];
}

export interface AnswerRecord {
  readonly requestId: string;
  readonly partner: string;
  readonly result: RecordResult;
}

/**
 * Where quote requests and their rows live. Every method is atomic; the store's clock decides what is late.
 *
 * Obligations: request, rows and outbox messages are stored together or not at all. Each change of a row, and the
 * completion, raises the version by exactly one, under concurrency too. A final row never changes, but for a late
 * answer in place of `TIMED_OUT` (domain, `recordAnswer`). Every committed change reaches the observer, after the commit.
 */
export interface QuoteStore {
  accept(request: NewQuoteRequest): Promise<QuoteProgress>;

  /** The request as it stands now: past its deadline it is complete, whether or not anything ran at the deadline. */
  read(id: string): Promise<QuoteProgress | undefined>;

  /** Results in the order given. Answers that are not stored are kept as a record all the same. */
  record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]>;

  /** Completes up to `limit` requests whose deadline has passed, and says how many it found. */
  completeOverdue(limit: number): Promise<number>;
}

/** Told of what was committed. Must not throw and must not take long. */
export interface StoreObserver {
  changed(progress: QuoteProgress): void;
  committed(messages: readonly OutboxMessage[]): void;
}

/** The events that a change gives rise to; stored in the same transaction. Pure. */
export type DescribeChange = (before: QuoteProgress, after: QuoteProgress) => readonly OutboxMessage[];
