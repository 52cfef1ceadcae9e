import { type Application, isLive, refundOf, wakesAt } from '@app/domain';
import type {
  ApplicationChange,
  ApplicationContent,
  ApplicationQuery,
  ApplicationStore,
  Clock,
  DueApplication,
  IdempotencyKey,
  KeepResult,
  KeyFinding,
  LoadedApplication,
  NewApplication,
  Submission,
} from '@app/ports';
import { InMemoryAudit } from './in-memory-audit.js';
import { InMemoryKeys } from './in-memory-keys.js';
import type { InMemoryOutbox } from './in-memory-outbox.js';

export interface InMemoryApplicationStoreParts {
  readonly clock: Clock;
  readonly outbox: InMemoryOutbox;
  /** Where they are shared with another store. */
  readonly keys?: InMemoryKeys;
  readonly audit?: InMemoryAudit;
}

interface Stored {
  readonly application: Application;
  readonly content: ApplicationContent;
}

const newestFirst = (a: Application, b: Application): number => {
  const [one, other] = [a, b].map(({ id, createdAt }) => `${createdAt} ${id}`);
  return String(one) > String(other) ? -1 : 1;
};

const wakeTime = (application: Application): number => Date.parse(wakesAt(application) ?? '');

const longestDueFirst = (a: DueApplication, b: DueApplication): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Applications of one process: every step is synchronous, so every method is atomic. */
export class InMemoryApplicationStore implements ApplicationStore {
  private readonly stored = new Map<string, Stored>();
  private readonly documents = new Map<string, Uint8Array>();
  private readonly paid = new Set<string>();
  private readonly keys: InMemoryKeys;
  private readonly audit: InMemoryAudit;

  constructor(private readonly parts: InMemoryApplicationStoreParts) {
    this.keys = parts.keys ?? new InMemoryKeys(parts.clock);
    this.audit = parts.audit ?? new InMemoryAudit();
  }

  async submit({ application, content, paymentHash, messages, idempotency }: NewApplication): Promise<Submission> {
    const known = this.keys.find(application.clientId, idempotency);
    if (known !== undefined) return known;
    if (this.stored.has(application.id)) throw new Error(`Application ${application.id} exists already`);
    if (this.isOfferTaken(application)) return { outcome: 'OFFER_ALREADY_APPLIED' };
    if (this.paid.has(paymentHash)) return { outcome: 'PAYMENT_ALREADY_USED' };
    this.parts.outbox.add(messages);
    this.paid.add(paymentHash);
    this.keys.keep(application.clientId, idempotency);
    this.stored.set(application.id, { application, content });
    return { outcome: 'ACCEPTED' };
  }

  async findKey(
    clientId: string,
    idempotency: Pick<IdempotencyKey, 'key' | 'fingerprint'>,
  ): Promise<KeyFinding | undefined> {
    return this.keys.find(clientId, idempotency);
  }

  async load(id: string): Promise<LoadedApplication | undefined> {
    const application = this.stored.get(id)?.application;
    return application === undefined ? undefined : { application, now: this.parts.clock.now() };
  }

  async content(id: string): Promise<ApplicationContent | undefined> {
    return this.stored.get(id)?.content;
  }

  async keep({ before, after, messages, payment, document, audit }: ApplicationChange): Promise<KeepResult> {
    const stored = this.stored.get(before.id);
    if (stored?.application.version !== before.version) return 'CHANGED_MEANWHILE';
    if (isLive(after) && this.isOfferTaken(after)) return 'OFFER_ALREADY_APPLIED';
    if (payment !== undefined) {
      if (this.keys.find(before.clientId, payment.idempotency) !== undefined) return 'CHANGED_MEANWHILE';
      if (this.paid.has(payment.hash)) return 'PAYMENT_ALREADY_USED';
    }
    this.parts.outbox.add(messages);
    if (payment !== undefined) {
      this.paid.add(payment.hash);
      this.keys.keep(before.clientId, payment.idempotency);
    }
    if (document !== undefined) this.documents.set(`${after.id} ${document.id}`, document.bytes.slice());
    if (audit !== undefined) this.audit.add(audit);
    this.stored.set(after.id, { application: after, content: payment?.content ?? stored.content });
    return 'KEPT';
  }

  async due(limit: number, after?: DueApplication): Promise<DueApplication[]> {
    const now = this.parts.clock.now().getTime();
    return this.applications
      .map((application) => ({ id: application.id, at: new Date(wakeTime(application)) }))
      .filter((due) => due.at.getTime() <= now && (after === undefined || longestDueFirst(after, due) < 0))
      .sort(longestDueFirst)
      .slice(0, limit);
  }

  async nextDueAt(): Promise<Date | null> {
    const now = this.parts.clock.now().getTime();
    const times = this.applications.map(wakeTime).filter((time) => time > now);
    return times.length === 0 ? null : new Date(Math.min(...times));
  }

  async list({ status, refund, limit, after }: ApplicationQuery): Promise<Application[]> {
    const all = this.applications
      .sort(newestFirst)
      .filter((application) => status === undefined || application.status === status)
      .filter((application) => refund === undefined || refundOf(application)?.status === refund);
    const last = after === undefined ? undefined : this.stored.get(after)?.application;
    if (after !== undefined && last === undefined) return [];
    return all.filter((each) => last === undefined || (newestFirst(last, each) < 0 && each !== last)).slice(0, limit);
  }

  async document(applicationId: string, documentId: string): Promise<Uint8Array | undefined> {
    return this.documents.get(`${applicationId} ${documentId}`)?.slice();
  }

  private get applications(): Application[] {
    return [...this.stored.values()].map(({ application }) => application);
  }

  private isOfferTaken({ id, quoteRequestId, offerId }: Application): boolean {
    return this.applications.some(
      (other) =>
        other.id !== id && isLive(other) && other.quoteRequestId === quoteRequestId && other.offerId === offerId,
    );
  }
}
