import type { PersonalFields } from '@app/contracts';
import {
  changeByTime,
  changeByWithdrawal,
  changeQuote,
  isChange,
  type PartnerAnswer,
  type QuoteChange,
  type QuoteKeeping,
  type QuoteProgress,
  recordAnswers,
  startProgress,
} from '@app/domain';
import type {
  Acceptance,
  AnswerRecord,
  DescribeChange,
  IdempotencyKey,
  NewQuoteRequest,
  OutboxMessage,
  QuoteContent,
  QuoteStore,
  StoreObserver,
} from '@app/ports';
import { QuoteRecords, type QuoteRecordsParts } from './quote-records.js';

export interface RedisQuoteStoreParts extends QuoteRecordsParts {
  /** Encrypts personal fields; nothing of them is stored in the clear. */
  readonly sealer: { seal(value: unknown): Promise<string>; open(sealed: string): Promise<unknown> };
  readonly describe: DescribeChange;
  readonly observer: StoreObserver;
}

type Change = QuoteChange<OutboxMessage>;

/**
 * Quote requests in Redis, for a time to live. The domain decides on what was read; a script then stores the decision
 * where the request is still the same, and what lost such a race is decided again. A request can change only a few times
 * in its life, so this ends. What Redis loses is unknown from then on.
 */
export class RedisQuoteStore implements QuoteStore {
  private readonly records: QuoteRecords;

  constructor(private readonly parts: RedisQuoteStoreParts) {
    this.records = new QuoteRecords(parts);
  }

  async accept(accepted: NewQuoteRequest): Promise<Acceptance> {
    const { request, clientId, version, rows, personal, messages } = accepted;
    const { requestId: id, productLine, createdAt, answerDeadline, acceptLateUntil } = request;
    const times = { createdAt, answerDeadline, acceptLateUntil };
    const progress = startProgress({ id, productLine, clientId, ...times, version, rows });
    const sealed = await this.parts.sealer.seal(personal);
    const acceptance = await this.records.accept(accepted, progress, sealed);
    if (acceptance.outcome === 'ACCEPTED') this.tell(progress, messages);
    return acceptance;
  }

  findKey(clientId: string, idempotency: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<Acceptance | undefined> {
    return this.records.findKey(clientId, idempotency);
  }

  read(id: string): Promise<QuoteProgress | undefined> {
    return changeQuote(id, changeByTime, this.keeping);
  }

  async withOffer(offerId: string): Promise<QuoteProgress[]> {
    const found = await this.records.withOffer(offerId);
    return (await Promise.all(found.map((id) => this.read(id)))).flatMap((progress) => progress ?? []);
  }

  async content(id: string): Promise<QuoteContent | undefined> {
    const stored = await this.records.content(id);
    if (stored === undefined) return undefined;
    // What is opened here was sealed here.
    return { request: stored.request, personal: (await this.parts.sealer.open(stored.sealed)) as PersonalFields };
  }

  withdrawConsent(id: string): Promise<QuoteProgress | undefined> {
    return changeQuote(id, changeByWithdrawal, this.keeping);
  }

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const results = await recordAnswers(answers, this.keeping);
    const records = answers.map((answer, at) => ({ answer, result: results[at] ?? 'UNKNOWN_REQUEST' }));
    const unstored = records.filter(({ result }) => result !== 'STORED');
    if (unstored.length > 0) await this.records.keepUnstored(unstored);
    return records.map(({ answer: { requestId, partner }, result }) => ({ requestId, partner, result }));
  }

  async completeOverdue(limit: number): Promise<number> {
    const overdue = await this.records.overdue(limit);
    if (overdue.length === 0) return 0;
    const requests = await this.records.load(overdue);
    const now = this.parts.clock.now();
    const changes = [...requests.values()].map((request) => changeByTime(request, now, this.parts.describe));
    // What is gone, and what somebody else completed, must not be found again and again.
    const isSettled = (id: string) => requests.get(id)?.completedAt !== null;
    await this.records.stopWatching(overdue.filter(isSettled));
    await this.store(changes);
    return overdue.length;
  }

  private get keeping(): QuoteKeeping<OutboxMessage> {
    return {
      describe: this.parts.describe,
      load: async (ids) => ({ requests: await this.records.load(ids), now: this.parts.clock.now() }),
      keep: (changes) => this.store(changes),
    };
  }

  /**
   * Those that are stored now: what changed nothing, and what nobody else changed meanwhile. All are sent together. Where
   * Redis is lost on the way, the observer has heard of what was stored by then.
   */
  private async store<Some extends Change>(changes: readonly Some[]): Promise<Some[]> {
    const storing = changes.map(async (change) => !isChange(change) || (await this.storeOne(change)));
    const outcomes = await Promise.allSettled(storing);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return changes.filter((_, at) => {
      const outcome = outcomes[at];
      return outcome?.status === 'fulfilled' && outcome.value;
    });
  }

  private async storeOne(change: Change): Promise<boolean> {
    const isStored = await this.records.change(change);
    if (isStored) this.tell(change.after, change.messages);
    return isStored;
  }

  private tell(progress: QuoteProgress, messages: readonly OutboxMessage[]): void {
    this.parts.observer.changed(progress);
    if (messages.length > 0) this.parts.observer.committed(messages);
  }
}
