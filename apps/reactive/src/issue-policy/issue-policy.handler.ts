import { eventSchema, faultsOf, type IssuanceReply, issuanceRequested } from '@app/contracts';
import type { CanonicalError, IssuanceResult } from '@app/domain';
import type { PartnerManifest } from '@app/partner-registry';
import { continueTrace, type Logger } from '@app/platform';
import {
  type Clock,
  done,
  type IssuanceCallback,
  type MessageOutcome,
  type PartnerGateway,
  type PostedAs,
  ResultRefusedError,
  reject,
} from '@app/ports';
import type { OperationOf } from '../policy/partner-operations.js';
import type { AnyReply, Asked, AskPolicy } from '../policy/policy-step.js';
import type { BusinessAvailability } from './business-availability.js';
import { callLimits, type Delivery, type IssuanceOrder, mayHaveBeenAsked, type WorkLimits } from './issuance-order.js';
import { issuanceResultOf, unknownInsteadOf } from './issuance-results.js';
import { PatientCallback } from './patient-callback.js';
import { PolicyDocuments } from './policy-documents.js';
import { causeOf, Redelivery } from './redelivery.js';

export interface IssuePolicyParts {
  /** Those that this process serves. */
  readonly partners: readonly PartnerManifest[];
  readonly askPolicy: AskPolicy;
  readonly operationOf: OperationOf;
  readonly gateway: Pick<PartnerGateway, 'document'>;
  readonly issuanceCallback: IssuanceCallback;
  readonly business: Pick<BusinessAvailability, 'failed' | 'answered'>;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Aborts when the process is about to end. */
  readonly stopping: AbortSignal;
  readonly logger: Logger;
}

/** What became of a result; `REPLACED`: it was refused, and that nobody knows was taken in its place. */
type Told = PostedAs | 'REPLACED';

const schema = eventSchema(issuanceRequested);
const FAULTS_SHOWN = 10;
/** Nobody can say when a partner that is offline, or has no place free, may be asked again. */
const ASK_AGAIN_AFTER_MS = 2_000;

/** Causes of dead letters that no partner has named. */
const BUSINESS_AWAY = 'BUSINESS_UNAVAILABLE';
const RESULT_REFUSED = 'RESULT_REFUSED';
const DOCUMENT_REFUSED = 'DOCUMENT_REFUSED';

/**
 * Works on one `policy.issuance-requested.v1`. It may be killed anywhere and run any number of times: an attempt that may
 * have reached the partner is inquired about first, and a result that is known changes nothing.
 */
export class IssuePolicyHandler {
  private readonly partners: ReadonlyMap<string, PartnerManifest>;
  private readonly callback: PatientCallback;
  private readonly documents: PolicyDocuments;
  private readonly redelivery: Redelivery;

  constructor(private readonly parts: IssuePolicyParts) {
    this.partners = new Map(parts.partners.map((partner) => [partner.id, partner]));
    this.callback = new PatientCallback(parts);
    this.documents = new PolicyDocuments({ ...parts, callback: this.callback });
    this.redelivery = new Redelivery(parts.random);
  }

  async handle(input: unknown, delivery: Delivery, limits?: WorkLimits): Promise<MessageOutcome> {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const faults = faultsOf(parsed.error, input).slice(0, FAULTS_SHOWN);
      return reject(
        `not a ${issuanceRequested.type}: ${faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`,
      );
    }
    const event = parsed.data;
    const partner = this.partners.get(event.data.partner);
    if (partner === undefined) return reject(`partner ${event.data.partner} is not served here`);
    return this.work({ event, partner, delivery, traceparent: continueTrace(event.traceparent), limits });
  }

  private async work(order: IssuanceOrder): Promise<MessageOutcome> {
    const { applicationId, attempt } = order.event.data;
    try {
      if (!(await this.parts.issuanceCallback.isWanted(applicationId, attempt))) {
        this.parts.logger.info(namesOf(order), 'issuance dropped: the attempt is not wanted any more');
        return done;
      }
    } catch (error) {
      return this.businessIsAway(order, error);
    }
    const asked = await this.ask(order);
    return asked.calls === 0 ? this.notCalled(order, asked) : this.settle(order, asked.reply);
  }

  private async ask(order: IssuanceOrder): Promise<Asked<IssuanceReply>> {
    const { askPolicy, clock, logger } = this.parts;
    const { event, partner } = order;
    const startedAt = clock.now();
    const { deadline, traceparent } = callLimits(order, startedAt);
    const call = { data: event.data, inquireFirst: mayHaveBeenAsked(order) };
    const asked = await askPolicy({ partner, call, deadline, traceparent });
    const tookMs = clock.now().getTime() - startedAt.getTime();
    logger.info({ ...namesOf(order), ...wordsOf(asked.reply), calls: asked.calls, tookMs }, 'policy asked for');
    return asked;
  }

  /** Nothing has become of the attempt, so that there is nothing to tell either. */
  private notCalled(order: IssuanceOrder, { reply }: Asked<AnyReply>): MessageOutcome {
    const { refusesForMs } = this.parts.operationOf(order.partner);
    const cause = reply.error?.category ?? 'UNAVAILABLE';
    return this.redelivery.after(order, cause, Math.max(ASK_AGAIN_AFTER_MS, refusesForMs));
  }

  private async settle(order: IssuanceOrder, reply: IssuanceReply): Promise<MessageOutcome> {
    try {
      const told = await this.tell(issuanceResultOf(reply, order.event.data), order.limits?.postsUntil);
      this.parts.business.answered();
      return await this.goOn(order, reply, told);
    } catch (error) {
      return error instanceof ResultRefusedError ? reject(RESULT_REFUSED) : this.businessIsAway(order, error);
    }
  }

  /** What is left to do once the business service knows. It sees to what the partner has left open by itself. */
  private async goOn(order: IssuanceOrder, reply: IssuanceReply, told: Told): Promise<MessageOutcome> {
    if (told === 'REPLACED' || reply.outcome === 'REFUSED') return done;
    if (reply.outcome === 'ISSUED') return this.bringDocuments(order, reply);
    if (reply.outcome === 'FAILED') return this.failed(order, reply.error);
    // The policy itself may be known by now, from a delivery that ended before it had brought the documents.
    return told === 'DUPLICATE' ? this.redelivery.backOff(order, reply.outcome) : done;
  }

  private failed(order: IssuanceOrder, error: CanonicalError): MessageOutcome {
    const cause = causeOf(error);
    return error.retryable ? this.redelivery.backOff(order, cause, error.retryAfterMs) : reject(cause);
  }

  private async tell(result: IssuanceResult, until?: Date): Promise<Told> {
    try {
      return await this.callback.post(result, until);
    } catch (error) {
      if (!(error instanceof ResultRefusedError)) throw error;
      const { applicationId, attempt, outcome } = result;
      this.parts.logger.error({ applicationId, attempt, outcome, err: error }, 'an issuance result is replaced');
      await this.callback.post(unknownInsteadOf(result), until);
      return 'REPLACED';
    }
  }

  private async bringDocuments(
    order: IssuanceOrder,
    reply: Extract<IssuanceReply, { outcome: 'ISSUED' }>,
  ): Promise<MessageOutcome> {
    try {
      const missing = await this.documents.bring(order, reply);
      if (missing === null) return done;
      const { category, retryable, retryAfterMs } = missing;
      this.parts.logger.warn({ ...namesOf(order), category }, 'a document of a policy could not be had');
      const cause = `DOCUMENT ${category}`;
      return retryable ? this.redelivery.backOff(order, cause, retryAfterMs) : reject(cause);
    } catch (error) {
      if (error instanceof ResultRefusedError) return reject(DOCUMENT_REFUSED);
      // It has just taken the result: others need not wait because of this one's bytes.
      this.parts.logger.warn({ ...namesOf(order), err: error }, 'a document of a policy could not be handed over');
      return this.redelivery.backOff(order, BUSINESS_AWAY);
    }
  }

  private businessIsAway(order: IssuanceOrder, error: unknown): MessageOutcome {
    this.parts.logger.warn({ ...namesOf(order), err: error }, 'the business service could not be reached for a policy');
    this.parts.business.failed();
    return this.redelivery.backOff(order, BUSINESS_AWAY);
  }
}

const namesOf = ({ event: { data }, partner }: IssuanceOrder) => ({
  applicationId: data.applicationId,
  requestId: data.requestId,
  partner: partner.id,
  attempt: data.attempt,
});

const wordsOf = ({ outcome, error }: AnyReply) => ({ outcome, category: error?.category });
