import {
  atTime,
  type PartnerAnswer,
  type QuoteProgress,
  recordAnswer,
  startProgress,
  withdrawConsent,
} from '@app/domain';
import type {
  Acceptance,
  AnswerRecord,
  Clock,
  DescribeChange,
  IdempotencyKey,
  NewQuoteRequest,
  OutboxMessage,
  QuoteContent,
  QuoteStore,
  StoreObserver,
} from '@app/ports';
import { InMemoryKeys } from './in-memory-keys.js';
import type { InMemoryOutbox } from './in-memory-outbox.js';

export interface InMemoryQuoteStoreParts {
  readonly clock: Clock;
  readonly outbox: InMemoryOutbox;
  readonly describe: DescribeChange;
  readonly observer: StoreObserver;
  /** Where they are shared with another store. */
  readonly keys?: InMemoryKeys;
}

const MOST_WITH_ONE_OFFER = 5;

/** Quote requests of one process: every step is synchronous, so every method is atomic. */
export class InMemoryQuoteStore implements QuoteStore {
  /** Answers that were not stored. */
  readonly unstored: AnswerRecord[] = [];
  /** What was accepted, by id, until its consent is withdrawn. */
  readonly accepted = new Map<string, NewQuoteRequest>();
  /** The consent of every request by id, with when it was withdrawn. */
  readonly consents = new Map<string, NewQuoteRequest['request']['consent'] & { withdrawnAt: string | null }>();
  private readonly requests = new Map<string, QuoteProgress>();
  private readonly keys: InMemoryKeys;

  constructor(private readonly parts: InMemoryQuoteStoreParts) {
    this.keys = parts.keys ?? new InMemoryKeys(parts.clock);
  }

  async accept(accepted: NewQuoteRequest): Promise<Acceptance> {
    const { request, clientId, version, rows, messages, idempotency } = accepted;
    const known = idempotency === null ? undefined : this.keys.find(clientId, idempotency);
    if (known !== undefined) return known;
    const { requestId: id, productLine, createdAt, answerDeadline, acceptLateUntil, consent } = request;
    if (this.requests.has(id)) throw new Error(`Quote request ${id} exists already`);
    this.parts.outbox.add(messages);
    const times = { createdAt, answerDeadline, acceptLateUntil };
    const progress = startProgress({ id, productLine, clientId, ...times, version, rows });
    this.accepted.set(id, accepted);
    this.consents.set(id, { ...consent, withdrawnAt: null });
    if (idempotency !== null) this.keys.keep(clientId, idempotency);
    this.commit(progress, messages);
    return { outcome: 'ACCEPTED', progress };
  }

  async findKey(
    clientId: string,
    idempotency: Pick<IdempotencyKey, 'key' | 'fingerprint'>,
  ): Promise<Acceptance | undefined> {
    return this.keys.find(clientId, idempotency);
  }

  async read(id: string): Promise<QuoteProgress | undefined> {
    return this.current(id);
  }

  async withOffer(offerId: string): Promise<QuoteProgress[]> {
    return [...this.requests.values()]
      .filter(({ rows }) => rows.some(({ offers }) => offers.some((offer) => offer.offerId === offerId)))
      .sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
      .slice(0, MOST_WITH_ONE_OFFER)
      .flatMap(({ id }) => this.current(id) ?? []);
  }

  async content(id: string): Promise<QuoteContent | undefined> {
    const accepted = this.accepted.get(id);
    return accepted === undefined ? undefined : { request: accepted.request, personal: accepted.personal };
  }

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const records = answers.map((answer) => this.recordOne(answer));
    this.unstored.push(...records.filter(({ result }) => result !== 'STORED'));
    return records;
  }

  async completeOverdue(limit: number): Promise<number> {
    const now = this.parts.clock.now();
    const overdue = [...this.requests.values()].filter((request) => atTime(request, now) !== request).slice(0, limit);
    for (const request of overdue) this.store(request, atTime(request, now));
    return overdue.length;
  }

  async withdrawConsent(id: string): Promise<QuoteProgress | undefined> {
    const before = this.current(id);
    if (before === undefined) return undefined;
    const after = withdrawConsent(before, this.parts.clock.now());
    const consent = this.consents.get(id);
    if (consent !== undefined) this.consents.set(id, { ...consent, withdrawnAt: after.consentWithdrawnAt });
    this.parts.outbox.revoke(id);
    this.accepted.delete(id);
    return this.store(before, after);
  }

  /** As it stands now, the passing of its deadline stored. */
  private current(id: string): QuoteProgress | undefined {
    const stored = this.requests.get(id);
    return stored === undefined ? undefined : this.store(stored, atTime(stored, this.parts.clock.now()));
  }

  private recordOne(answer: PartnerAnswer): AnswerRecord {
    const { requestId, partner } = answer;
    const current = this.current(requestId);
    if (current === undefined) return { requestId, partner, result: 'UNKNOWN_REQUEST' };
    const { result, progress } = recordAnswer(current, answer, this.parts.clock.now());
    this.store(current, progress);
    return { requestId, partner, result };
  }

  private store(before: QuoteProgress, after: QuoteProgress): QuoteProgress {
    if (after === before) return after;
    const messages = this.parts.describe(before, after);
    this.parts.outbox.add(messages);
    this.commit(after, messages);
    return after;
  }

  private commit(progress: QuoteProgress, messages: readonly OutboxMessage[]): void {
    this.requests.set(progress.id, progress);
    this.parts.observer.changed(progress);
    this.parts.observer.committed(messages);
  }
}
