import { type CloudEvent, eventSchema, faultsOf, type QuoteRequestedData, quoteRequested } from '@app/contracts';
import type { PartnerAnswer } from '@app/domain';
import type { PartnerManifest } from '@app/partner-registry';
import { continueTrace, type Logger } from '@app/platform';
import {
  type AnswerSink,
  type Clock,
  done,
  type MessageOutcome,
  reject,
  retryLater,
  type WantedQuotes,
} from '@app/ports';
import type { PartnerCaller } from '../policy/repeats/partner-caller.js';
import { AnswerRefusedError } from './answer-sink.errors.js';
import { failedInsteadOf, partnerAnswerOf } from './partner-answers.js';

export interface AnswerQuoteParts {
  /** Those that this process serves. */
  readonly partners: readonly PartnerManifest[];
  readonly caller: PartnerCaller;
  readonly sink: AnswerSink;
  readonly wanted: WantedQuotes;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
}

type QuoteRequested = CloudEvent<QuoteRequestedData>;

const schema = eventSchema(quoteRequested);
/** Soon: it is another process's turn when this one stops, and nobody's once the request takes no answers. */
const POST_AGAIN_AFTER_MS = 1_000;
const FAULTS_SHOWN = 10;
/**
 * An event that is older has waited: in a queue, in an outbox, for another delivery. One that comes from the future by
 * as much was written by another clock, and may have waited too.
 */
const FRESH_MS = 1_000;
/** An adapter ends its call a moment before the deadline, so that its reply is still in time. */
const ENDED_BY_DEADLINE_MS = 150;

/**
 * Answers one `quote.requested.v1`: asks the partner, posts the partner answer. Running it twice is harmless, since a
 * row that is final does not change.
 */
export class AnswerQuoteHandler {
  private readonly partners: ReadonlyMap<string, PartnerManifest>;

  constructor(private readonly parts: AnswerQuoteParts) {
    this.partners = new Map(parts.partners.map((partner) => [partner.id, partner]));
  }

  /** `callsUntil`: the partner is asked until then at the latest, in a process that may not work for longer. */
  async handle(input: unknown, callsUntil?: Date): Promise<MessageOutcome> {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const faults = faultsOf(parsed.error, input).slice(0, FAULTS_SHOWN);
      return reject(
        `not a ${quoteRequested.type}: ${faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`,
      );
    }
    const partner = this.partners.get(parsed.data.data.partner);
    if (partner === undefined) return reject(`partner ${parsed.data.data.partner} is not served here`);
    return this.answer(parsed.data, partner, callsUntil);
  }

  private async answer(event: QuoteRequested, partner: PartnerManifest, callsUntil?: Date): Promise<MessageOutcome> {
    const { requestId, acceptLateUntil } = event.data;
    const deadline = deadlineOf(event);
    if (this.isPast(deadline)) {
      this.parts.logger.warn({ requestId, partner: partner.id }, 'quote request dropped: its deadline has passed');
      return done;
    }
    const answer = (await this.isWanted(event)) ? await this.ask(event, partner, earlier(deadline, callsUntil)) : null;
    if (answer === null) {
      this.parts.logger.debug({ requestId, partner: partner.id }, 'quote request dropped: its consent was withdrawn');
      return done;
    }
    this.log(answer);
    if (this.isSilence(answer, deadline)) return done;
    return this.post(answer, new Date(acceptLateUntil));
  }

  /** Whether the partner may still be asked; a fresh event says so itself. */
  private async isWanted({ time, data }: QuoteRequested): Promise<boolean> {
    const ageMs = this.parts.clock.now().getTime() - Date.parse(time);
    return Math.abs(ageMs) <= FRESH_MS || this.parts.wanted.isWanted(data.requestId);
  }

  /** Null when nobody wants the answer any more. */
  private async ask(event: QuoteRequested, partner: PartnerManifest, deadline: Date): Promise<PartnerAnswer | null> {
    const { caller, clock, newId } = this.parts;
    const call = event.data;
    const startedAt = clock.now();
    const result = await caller.ask({ partner, call, deadline, traceparent: continueTrace(event.traceparent) });
    if (result === null) return null;
    const { reply, attempts } = result;
    return partnerAnswerOf(reply, { call, answerId: newId(), attempts, startedAt, finishedAt: clock.now() });
  }

  private async post(answer: PartnerAnswer, acceptLateUntil: Date): Promise<MessageOutcome> {
    try {
      await this.postOrReplace(answer, acceptLateUntil);
      return done;
    } catch (error) {
      const { requestId, partner } = answer;
      this.parts.logger.warn({ requestId, partner, err: error }, 'an answer could not be posted');
      return error instanceof AnswerRefusedError ? reject(error.message) : retryLater(POST_AGAIN_AFTER_MS);
    }
  }

  private async postOrReplace(answer: PartnerAnswer, acceptLateUntil: Date): Promise<void> {
    const { logger, newId, sink } = this.parts;
    try {
      await sink.post(answer, acceptLateUntil);
    } catch (error) {
      if (!(error instanceof AnswerRefusedError)) throw error;
      logger.error({ requestId: answer.requestId, partner: answer.partner, err: error }, 'an answer is replaced');
      await sink.post(failedInsteadOf(answer, newId()), acceptLateUntil);
    }
  }

  /**
   * A partner that the deadline found silent becomes TIMED_OUT, which the business service decides alone (system.md,
   * 'Flow of a quote'): only what its own timeout ended is posted. After the deadline a failure changes nothing anyway.
   */
  private isSilence({ status, error }: PartnerAnswer, deadline: Date): boolean {
    if (status !== 'FAILED') return false;
    const margin = error?.category === 'TIMEOUT' ? ENDED_BY_DEADLINE_MS : 0;
    return this.isPast(new Date(deadline.getTime() - margin));
  }

  private isPast(deadline: Date): boolean {
    return this.parts.clock.now() >= deadline;
  }

  private log({ requestId, partner, status, error, attempts, startedAt, finishedAt }: PartnerAnswer): void {
    const tookMs = Date.parse(finishedAt) - Date.parse(startedAt);
    this.parts.logger.info({ requestId, partner, status, category: error?.category, attempts, tookMs }, 'answered');
  }
}

const earlier = (one: Date, other: Date = one): Date => (other < one ? other : one);

function deadlineOf({ deadline, data: { answerDeadline } }: QuoteRequested): Date {
  const instants = [answerDeadline, deadline ?? answerDeadline].map((instant) => Date.parse(instant));
  return new Date(Math.min(...instants));
}
