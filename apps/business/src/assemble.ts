import type { KeyObject } from 'node:crypto';
import type { CallSigner, Logger } from '@app/platform';
import type { Clock, DescribeChange, EventPublisher, Outbox, QuoteStore, StoreObserver } from '@app/ports';
import { AccessTokens } from './access/access-tokens.js';
import type { Capabilities } from './business.module.js';
import { OverdueSweeper } from './complete-quotes/overdue-sweeper.js';
import { RunningRequests } from './complete-quotes/running-requests.js';
import { EventRelay } from './publish-events/event-relay.js';
import { lifecycleEvents } from './publish-events/lifecycle-events.js';
import { OutboxSweeper } from './publish-events/outbox-sweeper.js';
import { ChangeFeed } from './read-quotes/change-feed.js';
import { ConditionalReads } from './read-quotes/conditional-reads.js';
import { HeldReads } from './read-quotes/held-reads.js';
import { QuoteReaders } from './read-quotes/quote-readers.js';
import { AnswerBatches } from './receive-answers/answer-batches.js';
import { ReceiveAnswersHandler } from './receive-answers/receive-answers.handler.js';
import { type PartnerSealers, QuoteRequestedEvents } from './request-quote/quote-requested-events.js';
import { type QuoteRules, RequestQuoteHandler } from './request-quote/request-quote.handler.js';

/** What the business service is made of: ports, keys and rules. */
export interface BusinessParts {
  /** Opens the store, once there is somebody to tell of its changes. */
  readonly openStore: (observer: StoreObserver, describe: DescribeChange) => QuoteStore;
  readonly outbox: Outbox;
  /** How long the store and the outbox leave a message to this process, in milliseconds. */
  readonly leaseMs: number;
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  /** New UUIDv7s. */
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly rules: QuoteRules;
  readonly accessTokenKey: KeyObject;
  readonly partnerSealers: PartnerSealers;
  readonly signer: CallSigner;
  readonly logger: Logger;
}

/** The service without its doors. */
export interface Business extends Capabilities {
  readonly heldReads: HeldReads;
  readonly relay: EventRelay;
  /** What runs by itself. */
  readonly sweepers: readonly { start(): void; stop(): Promise<void> }[];
}

/** Joins the parts. Nothing runs yet. */
export function assemble(parts: BusinessParts): Business {
  const { accessTokenKey, clock, logger, newId, openStore, partnerSealers, rules, signer } = parts;
  const feed = new ChangeFeed();
  const running = new RunningRequests();
  const relay = new EventRelay(parts);
  const observer: StoreObserver = {
    changed(progress) {
      feed.changed(progress);
      running.changed(progress);
    },
    committed: (messages) => relay.committed(messages),
  };
  const store = openStore(observer, lifecycleEvents({ clock, newId }));
  const tokens = new AccessTokens(accessTokenKey);
  const heldReads = new HeldReads(feed, clock);
  const events = new QuoteRequestedEvents(partnerSealers, { clock, newId });
  return {
    signer,
    tokens,
    requestQuote: new RequestQuoteHandler({ store, events, rules, clock, newId }),
    conditionalReads: new ConditionalReads(new QuoteReaders(store, tokens), heldReads),
    receiveAnswers: new ReceiveAnswersHandler(new AnswerBatches(store)),
    heldReads,
    relay,
    sweepers: [new OutboxSweeper({ ...parts, relay }), new OverdueSweeper({ store, running, clock, logger })],
  };
}
