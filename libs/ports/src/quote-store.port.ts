import type { CanonicalRequest, PersonalFields } from '@app/contracts';
import type { AnswerRow, PartnerAnswer, QuoteProgress, RecordResult } from '@app/domain';
import type { OutboxMessage } from './outbox.port.js';

/** A client's word that posts with this key are one and the same (http-api.md, `Idempotency-Key`). */
export interface IdempotencyKey {
  readonly key: string;
  /** Of the body as parsed JSON: tells a repetition from another question under the same key. */
  readonly fingerprint: string;
  /** JSON: what the first post is answered with, and every repetition again. */
  readonly response: unknown;
}

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
  /** Null: this post is a request of its own. */
  readonly idempotency: IdempotencyKey | null;
}

/** What became of a post. Only `ACCEPTED` has stored anything. */
export type Acceptance =
  | { readonly outcome: 'ACCEPTED'; readonly progress: QuoteProgress }
  /** The same key and fingerprint were accepted within the last 24 h: what that post was answered with. */
  | { readonly outcome: 'REPLAYED'; readonly response: unknown }
  /** The same key was accepted with another fingerprint. */
  | { readonly outcome: 'KEY_REUSED' }
  /** Another post with this key is being stored right now. */
  | { readonly outcome: 'IN_PROGRESS' };

export interface AnswerRecord {
  readonly requestId: string;
  readonly partner: string;
  readonly result: RecordResult;
}

/** What a request asked, in full. */
export interface QuoteContent {
  /** Without personal fields. */
  readonly request: CanonicalRequest;
  readonly personal: PersonalFields;
}

/**
 * Where quote requests and their rows live. The store's clock decides what is late.
 *
 * Obligations: request, rows, consent, idempotency key and outbox messages are stored together or not at all; a change
 * is atomic for each request. Each change of a row, and the completion, raises the version by exactly one, under
 * concurrency too. A final row never changes, but for a late answer in place of `TIMED_OUT` (domain, `recordAnswer`).
 * Of concurrent posts with one key exactly one is accepted. Every committed change reaches the observer, after the
 * commit. Rejects with `StoreUnavailableError` when the store cannot be reached.
 */
export interface QuoteStore {
  accept(request: NewQuoteRequest): Promise<Acceptance>;

  /** What accepting a post with this key would come to, were it not new: undefined for a key that is not known. */
  findKey(clientId: string, idempotency: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<Acceptance | undefined>;

  /** The request as it stands now: past its deadline it is complete, whether or not anything ran at the deadline. */
  read(id: string): Promise<QuoteProgress | undefined>;

  /**
   * Requests with an offer of this id, each as it stands now, the newest first and a few at most: ids come from
   * workers, and nothing keeps two of them from using the same.
   */
  withOffer(offerId: string): Promise<QuoteProgress[]>;

  /** Undefined when the request, or what it asked, is not there any more. */
  content(id: string): Promise<QuoteContent | undefined>;

  /** Results in the order given. Answers that are not stored are kept as a record all the same. */
  record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]>;

  /** Completes up to `limit` requests whose deadline has passed, and says how many it found. */
  completeOverdue(limit: number): Promise<number>;

  /**
   * Ends what the customer had agreed to (domain, `withdrawConsent`) and returns the request as it stands then; again
   * is fine. In the same step its revocable messages leave the outbox, and what it asked and every personal field are
   * erased; that there was a consent, which one and until when, stays.
   */
  withdrawConsent(id: string): Promise<QuoteProgress | undefined>;
}

/** Told of what was committed. Must not throw and must not take long. */
export interface StoreObserver {
  changed(progress: QuoteProgress): void;
  committed(messages: readonly OutboxMessage[]): void;
}

/** The events that a change gives rise to; stored in the same transaction. Pure. */
export type DescribeChange = (before: QuoteProgress, after: QuoteProgress) => readonly OutboxMessage[];
