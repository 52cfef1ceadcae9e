import { type IssuanceReply, type IssuanceRequestedData, type PartnerReply, REPLAYS_ATTRIBUTE } from '@app/contracts';
import {
  type Application,
  askAgain,
  documentKept,
  type IssuanceResult,
  isAttemptWanted,
  isWaiting,
  recordIssuance,
} from '@app/domain';
import type {
  DocumentReply,
  FetchedDocument,
  IssuanceCallback,
  IssuanceCallOptions,
  MessageOutcome,
  PartnerGateway,
  PostedAs,
} from '@app/ports';
import { applicationOf, canonicalErrorOf, ManualClock } from '@app/testing';
import type { Delivery } from '../issue-policy/issuance-order.js';
import { APPLICATION_ID, issuanceRequestedEvent } from './issuance-requested-event.js';
import { issuanceError, issuedReply, issuingInMemory, pdf, schedule } from './issuing-in-memory.js';

/** What happens around one step of a handler: the process may die, or the answer get lost, before it or after it. */
export const FATES = ['GOES_ON', 'DIES_BEFORE', 'DIES_AFTER', 'LOST_BEFORE', 'LOST_AFTER'] as const;
export type Fate = (typeof FATES)[number];

/** What the partner makes of an order that is new to it. `PENDS`: it issues the policy behind our back. */
export const DECISIONS = ['ISSUES', 'PENDS', 'REFUSES'] as const;
export type Decision = (typeof DECISIONS)[number];

interface Message extends Delivery {
  readonly attempt: number;
}

const RECEIVES = 5;
const MOST_DELIVERIES = 500;
const REPLAY = { receiveCount: 1, attributes: { [REPLAYS_ATTRIBUTE]: '1' } };

/** One application, its partner, its business service and its queue, with everything that can go wrong between them. */
export class IssuanceWorld implements PartnerGateway, IssuanceCallback {
  readonly clock = new ManualClock();
  application: Application;
  /** How many policies the partner has sold for it. */
  policies = 0;
  deliveries = 0;
  private decided: Decision | undefined;
  private messages: readonly Message[] = [{ attempt: 1, receiveCount: 1, attributes: {} }];
  private service = this.newProcess();
  private death = Promise.withResolvers<'DIED'>();

  /** One fate for every step from the first one; then all goes well. */
  constructor(
    private readonly fates: Iterator<Fate>,
    private readonly decision: Decision,
  ) {
    this.application = applicationOf({
      id: APPLICATION_ID,
      createdAt: this.clock.now().toISOString(),
      // Longer than anything here takes.
      offerValidUntil: '2026-12-23T10:00:00.000Z',
    });
  }

  /** Until there is nothing left to do for anybody. */
  async live(): Promise<void> {
    for (this.deliveries = 0; this.deliveries < MOST_DELIVERIES; this.deliveries += 1) {
      const [message, ...others] = this.messages;
      this.messages = others;
      if (message !== undefined) await this.deliver(message);
      else if (isWaiting(this.application) && this.application.askAt !== null) this.ask(this.application.askAt);
      else return;
    }
  }

  isWanted(_: string, attempt: number): Promise<boolean> {
    return this.atBusiness(() => isAttemptWanted(this.application, attempt));
  }

  post(result: IssuanceResult): Promise<PostedAs> {
    return this.atBusiness(() => {
      const circumstances = { now: this.clock.now(), random: () => 0 };
      const recorded = recordIssuance(this.application, result, circumstances);
      this.application = recorded.application;
      return recorded.result;
    });
  }

  keepDocument({ documentId }: FetchedDocument): Promise<void> {
    return this.atBusiness(() => {
      this.application = documentKept(this.application, documentId, 'sha256');
    });
  }

  quote(): Promise<PartnerReply> {
    throw new Error('nobody asks for a quote here');
  }

  async issue(_: IssuanceRequestedData, { inquireFirst }: IssuanceCallOptions): Promise<IssuanceReply> {
    const fate = this.nextFate();
    if (fate === 'DIES_BEFORE') return this.die();
    if (fate === 'LOST_BEFORE') return issuanceError('FAILED', 'UNAVAILABLE', { retryable: true });
    const reply = this.decide(inquireFirst);
    if (fate === 'DIES_AFTER') return this.die();
    return fate === 'LOST_AFTER' ? issuanceError('UNKNOWN', 'TIMEOUT', { retryable: true }) : reply;
  }

  async document(): Promise<DocumentReply> {
    const fate = this.nextFate();
    if (fate === 'GOES_ON') return pdf;
    const error = canonicalErrorOf({ category: 'UNAVAILABLE', retryable: true });
    return fate.startsWith('DIES') ? this.die() : { outcome: 'FAILED', error };
  }

  /** An order that it has taken is told of when it is inquired about, and taken once more when it is not. */
  private decide(inquireFirst: boolean): IssuanceReply {
    const isKnown = this.decided !== undefined && this.decided !== 'REFUSES';
    const isPending = this.decided === undefined && this.decision === 'PENDS';
    this.decided = this.decision;
    if (this.decision === 'REFUSES') return issuanceError('REFUSED', 'UNDERWRITING', { partnerCode: 'U-1' });
    if (!isKnown || !inquireFirst) this.policies += 1;
    return isPending ? { outcome: 'PENDING' } : issuedReply([schedule]);
  }

  private async atBusiness<Value>(step: () => Value): Promise<Value> {
    const fate = this.nextFate();
    if (fate === 'DIES_BEFORE') return this.die();
    if (fate === 'LOST_BEFORE') throw new Error('no route');
    const value = step();
    if (fate === 'DIES_AFTER') return this.die();
    if (fate === 'LOST_AFTER') throw new Error('the connection broke');
    return value;
  }

  private async deliver(message: Message): Promise<void> {
    const { attempt } = message;
    if (message.receiveCount > RECEIVES) return this.send({ ...REPLAY, attempt });
    const handled = this.service.handle(issuanceRequestedEvent({ attempt }), message);
    const outcome = await Promise.race([handled, this.death.promise]);
    if (outcome === 'DIED') {
      this.death = Promise.withResolvers();
      this.service = this.newProcess();
      return this.send({ ...message, receiveCount: message.receiveCount + 1 });
    }
    this.settle(message, outcome);
  }

  private settle(message: Message, outcome: MessageOutcome): void {
    if (outcome.kind === 'reject') this.send({ ...REPLAY, attempt: message.attempt });
    if (outcome.kind !== 'retryLater') return;
    this.clock.advance(Math.max(1_000, outcome.afterMs));
    this.send({ ...message, receiveCount: message.receiveCount + 1 });
  }

  private ask(askAt: string): void {
    this.clock.advance(Math.max(0, Date.parse(askAt) - this.clock.now().getTime()));
    this.application = askAgain(this.application, this.clock.now());
    this.send({ attempt: this.application.attempt, receiveCount: 1, attributes: {} });
  }

  private send(message: Message): void {
    this.messages = [...this.messages, message];
  }

  private newProcess() {
    return issuingInMemory(this, this, this.clock);
  }

  private nextFate(): Fate {
    const next = this.fates.next();
    return next.done === true ? 'GOES_ON' : next.value;
  }

  /** Nothing of this process goes on. */
  private die(): Promise<never> {
    this.death.resolve('DIED');
    return new Promise(() => undefined);
  }
}
