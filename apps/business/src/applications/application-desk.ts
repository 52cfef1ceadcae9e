import { type Application, applicationAtTime, type Circumstances, ok, type Result, refused } from '@app/domain';
import type {
  ApplicationChange,
  ApplicationContent,
  ApplicationStore,
  AuditRecord,
  KeepResult,
  NewApplication,
  OutboxMessage,
  Submission,
} from '@app/ports';
import type { IssuanceRequestedEvents } from './issuance-requested-events.js';
import type { DescribePolicy } from './policy-lifecycle-events.js';

export interface ApplicationDeskParts {
  readonly store: ApplicationStore;
  readonly events: IssuanceRequestedEvents;
  readonly describe: DescribePolicy;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Told of every change that this process makes. */
  readonly changed: (application: Application) => void;
  /** Told of messages that were committed, and are claimed by this process. */
  readonly committed: (messages: readonly OutboxMessage[]) => void;
}

/** The application once it was decided on; the same object when there is nothing to do. Pure. */
export type DecideApplication<Refusal> = (
  application: Application,
  circumstances: Circumstances,
) => Result<Application, Refusal>;

/** What is kept together with the decision. */
export interface WithDecision extends Pick<ApplicationChange, 'document'> {
  readonly audit?: (before: Application, now: Date) => AuditRecord;
}

/** The payment that a decision rests on; what its key is answered with is made of the application as decided. */
export type PayFor = (after: Application) => NonNullable<ApplicationChange['payment']>;

interface Also extends WithDecision {
  readonly pay?: PayFor;
}

/** Every change of an application goes through here: decided by the domain, kept with its messages, told to others. */
export class ApplicationDesk {
  constructor(private readonly parts: ApplicationDeskParts) {}

  async submit(submission: NewApplication): Promise<Submission> {
    const result = await this.parts.store.submit(submission);
    if (result.outcome === 'ACCEPTED') this.tell(submission.application, submission.messages);
    return result;
  }

  /** The application as it stands now; undefined when nobody knows it. */
  async read(id: string): Promise<Application | undefined> {
    const read = await this.change(id, (application) => ok(application));
    return read?.ok ? read.value : undefined;
  }

  /**
   * Decides on the application as it stands now, and keeps that; what somebody else changed meanwhile is decided on
   * again. Undefined for one that nobody knows. The passing of time is kept whatever is decided.
   * `OFFER_ALREADY_APPLIED`: it had ended, and cannot stand again beside another one.
   */
  async change<Refusal = never>(
    id: string,
    decide: DecideApplication<Refusal>,
    more: WithDecision = {},
  ): Promise<Result<Application, Refusal | 'OFFER_ALREADY_APPLIED'> | undefined> {
    for (;;) {
      const tried = await this.attempt(id, decide, more);
      if (tried?.kept === 'OFFER_ALREADY_APPLIED') return refused(tried.kept);
      if (tried?.kept !== 'CHANGED_MEANWHILE') return tried?.decided;
    }
  }

  /**
   * The same once, with a payment. `CHANGED_MEANWHILE`: the application has changed, or somebody has just used the
   * payment's idempotency key: look at the key, then try again.
   */
  async pay<Refusal>(
    id: string,
    decide: DecideApplication<Refusal>,
    pay: PayFor,
  ): Promise<Result<Application, Refusal | Exclude<KeepResult, 'KEPT'>> | undefined> {
    const tried = await this.attempt(id, decide, { pay });
    if (tried === undefined) return undefined;
    return tried.kept === 'KEPT' ? tried.decided : refused(tried.kept);
  }

  private async attempt<Refusal>(id: string, decide: DecideApplication<Refusal>, also: Also) {
    const { random, store } = this.parts;
    const loaded = await store.load(id);
    if (loaded === undefined) return undefined;
    const { application: before, now } = loaded;
    const current = applicationAtTime(before, now);
    const decided = decide(current, { now, random });
    const after = decided.ok ? decided.value : current;
    if (after === before) return { decided, kept: 'KEPT' as const };
    const kept = await this.keep(before, after, decided.ok && after !== current ? also : {}, now);
    return { decided, kept };
  }

  private async keep(
    before: Application,
    after: Application,
    { audit, document, pay }: Also,
    now: Date,
  ): Promise<KeepResult> {
    const payment = pay?.(after);
    const messages = await this.messagesOf(before, after, payment?.content);
    const kept = await this.parts.store.keep({
      ...{ before, after, messages },
      ...(payment === undefined ? {} : { payment }),
      ...(document === undefined ? {} : { document }),
      ...(audit === undefined ? {} : { audit: audit(before, now) }),
    });
    if (kept === 'KEPT') this.tell(after, messages);
    return kept;
  }

  /** A new attempt is a message to the partner's queue; an end is told to whoever listens. */
  private async messagesOf(before: Application, after: Application, paid?: ApplicationContent) {
    const { describe, events, store } = this.parts;
    const told = describe(before, after);
    if (after.attempt === before.attempt) return told;
    const content = paid ?? (await store.content(after.id));
    if (content === undefined) throw new Error(`What application ${after.id} asks for is gone`);
    return [...told, await events.write(after, content)];
  }

  private tell(application: Application, messages: readonly OutboxMessage[]): void {
    this.parts.changed(application);
    if (messages.length > 0) this.parts.committed(messages);
  }
}
