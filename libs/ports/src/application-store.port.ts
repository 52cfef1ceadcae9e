import type { ApplicationDetails, CanonicalRequest, PersonalFields } from '@app/contracts';
import type { Application, ApplicationStatus, Refund } from '@app/domain';
import type { AuditRecord } from './audit-trail.port.js';
import type { OutboxMessage } from './outbox.port.js';
import type { IdempotencyKey } from './quote-store.port.js';

/** What an application asks for, to be sent to its partner as often as it takes. Encrypted at rest but for `request`. */
export interface ApplicationContent {
  /** Without personal fields. */
  readonly request: CanonicalRequest;
  readonly personal: PersonalFields;
  readonly details: ApplicationDetails;
}

/** An application that was checked and is about to be accepted. */
export interface NewApplication {
  readonly application: Application;
  readonly content: ApplicationContent;
  /** Of the payment's reference: the same reference always gives the same hash. */
  readonly paymentHash: string;
  readonly messages: readonly OutboxMessage[];
  readonly idempotency: IdempotencyKey;
}

export type KeyFinding =
  | { readonly outcome: 'REPLAYED'; readonly response: unknown }
  | { readonly outcome: 'KEY_REUSED' };

/** What became of a post. Only `ACCEPTED` has stored anything. */
export type Submission =
  | { readonly outcome: 'ACCEPTED' }
  | { readonly outcome: 'OFFER_ALREADY_APPLIED' | 'PAYMENT_ALREADY_USED' }
  | KeyFinding;

/** One decided step of an application. */
export interface ApplicationChange {
  readonly before: Application;
  readonly after: Application;
  readonly messages: readonly OutboxMessage[];
  /** The customer pays anew: the payment takes the place of the one before. */
  readonly payment?: {
    readonly hash: string;
    readonly content: ApplicationContent;
    readonly idempotency: IdempotencyKey;
  };
  /** The bytes of a document that `after` says are kept. */
  readonly document?: { readonly id: string; readonly bytes: Uint8Array };
  readonly audit?: AuditRecord;
}

/**
 * `CHANGED_MEANWHILE`: it has another version by now, or somebody has just used the idempotency key: load, look and
 * decide again. `OFFER_ALREADY_APPLIED`: it would be live again, and another one for its offer is. Only `KEPT` has stored
 * anything.
 */
export type KeepResult = 'KEPT' | 'CHANGED_MEANWHILE' | 'OFFER_ALREADY_APPLIED' | 'PAYMENT_ALREADY_USED';

/** What is decided on: the application as it was stored, and the store's time. */
export interface LoadedApplication {
  readonly application: Application;
  readonly now: Date;
}

/** An application whose time has come, and when it came. */
export interface DueApplication {
  readonly id: string;
  readonly at: Date;
}

export interface ApplicationQuery {
  readonly status?: ApplicationStatus | undefined;
  readonly refund?: Refund['status'] | undefined;
  readonly limit: number;
  /** The id of the last one that the reader has. */
  readonly after?: string | undefined;
}

/**
 * Where applications live, for good. Obligations: each method stores everything it is given or nothing. Of all
 * applications for one offer (of one quote request) at most one is live (domain, `isLive`). A payment's hash belongs to
 * one application for ever. Of concurrent changes of one version exactly one is kept. An idempotency key is kept for
 * 24 h for its client, beside those of quote requests. Rejects with `StoreUnavailableError` when it cannot be reached.
 */
export interface ApplicationStore {
  submit(application: NewApplication): Promise<Submission>;

  findKey(clientId: string, key: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<KeyFinding | undefined>;

  load(id: string): Promise<LoadedApplication | undefined>;

  content(id: string): Promise<ApplicationContent | undefined>;

  keep(change: ApplicationChange): Promise<KeepResult>;

  /** Up to `limit` of those whose time (domain, `wakesAt`) has come, the longest waiting first; those after `after`. */
  due(limit: number, after?: DueApplication): Promise<DueApplication[]>;

  /** When the next one is due that is not due yet; null when none will ever be by itself. */
  nextDueAt(): Promise<Date | null>;

  /** The newest first. */
  list(query: ApplicationQuery): Promise<Application[]>;

  /** The bytes of a kept document. */
  document(applicationId: string, documentId: string): Promise<Uint8Array | undefined>;
}
