import type { KeyObject } from 'node:crypto';
import type { QuoteProgress } from '@app/domain';
import type { CallSigner, Logger } from '@app/platform';
import type {
  ApplicationStore,
  ChangeBus,
  ChangeListener,
  Clock,
  EventPublisher,
  HotQuotes,
  PaymentVerifier,
} from '@app/ports';
import type { ProductLineId } from '@app/product-lines';
import { AccessTokens } from './access/access-tokens.js';
import { OwnReads } from './access/own-reads.js';
import { assembleApplications } from './assemble-applications.js';
import type { Capabilities } from './business.module.js';
import { assembleFleet, type FleetPart } from './operate-partners/assemble-fleet.js';
import { lifecycleEvents } from './publish-events/lifecycle-events.js';
import { ConditionalQuotes } from './read-quotes/conditional-quotes.js';
import { HeldQuotes } from './read-quotes/held-quotes.js';
import { changesAt } from './read-quotes/quote-deadline.js';
import { QuoteStreams } from './read-quotes/quote-streams.js';
import { AnswerBatches } from './receive-answers/answer-batches.js';
import { ReceiveAnswersHandler } from './receive-answers/receive-answers.handler.js';
import { assembleDeadLetters, type DeadLettersPart } from './replay-dead-letters/assemble-dead-letters.js';
import { type PartnerSealers, QuoteRequestedEvents } from './request-quote/quote-requested-events.js';
import { type QuoteRules, RequestQuoteHandler } from './request-quote/request-quote.handler.js';
import { HotReads } from './stores/hot-reads.js';
import { idFor } from './stores/quote-ids.js';
import { RoutedQuoteStore } from './stores/routed-quote-store.js';
import { openStoreLane, type StorePart } from './stores/store-lane.js';
import { WatchedResources } from './watch/watched-resources.js';
import { WantedQuotesHandler } from './withdraw-consent/wanted-quotes.handler.js';
import { WithdrawConsentHandler } from './withdraw-consent/withdraw-consent.handler.js';

/** Where the requests of some lines live for a time to live only. */
export interface EphemeralPart extends StorePart {
  readonly lines: ReadonlySet<ProductLineId>;
}

/** What the business service is made of: ports, keys and rules. The store and the outbox here are the durable ones. */
export interface BusinessParts extends StorePart {
  readonly ephemeral?: EphemeralPart | undefined;
  readonly applications: ApplicationStore;
  readonly paymentVerifier: PaymentVerifier;
  readonly fleet: FleetPart;
  readonly letters: DeadLettersPart;
  /** Wakes and is woken by other replicas; without it there are none. */
  readonly bus?: ChangeBus | undefined;
  /** Without it every read asks the store. */
  readonly hot?: HotQuotes | undefined;
  /** How long the stores and the outboxes leave a message to this process, in milliseconds. */
  readonly leaseMs: number;
  readonly publisher: EventPublisher;
  /** The stores', as this process knows it. */
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
  /** What else runs while the service does. */
  readonly beside?: readonly Running[];
}

/** Something that runs by itself. */
export interface Running {
  start(): void | Promise<void>;
  stop(): Promise<void> | void;
}

/** The service without its doors. */
export interface Business extends Capabilities {
  /** In the order in which they start; they stop in the opposite order. */
  readonly running: readonly Running[];
}

/** Joins the parts. Nothing runs yet. */
export function assemble(parts: BusinessParts): Business {
  const { accessTokenKey, bus, clock, ephemeral, hot, logger, newId, partnerSealers, rules, signer } = parts;
  const changed = (progress: QuoteProgress): void => {
    const { id, version, consentWithdrawnAt } = progress;
    hotReads?.changed(progress);
    watched.changed(progress);
    bus?.announce({ id, version, withdrawn: consentWithdrawnAt !== null });
  };
  const describe = lifecycleEvents({ clock, newId });
  const lane = (part: StorePart) => openStoreLane(part, { ...parts, changed, describe });
  const durable = lane(parts);
  const shortLived = ephemeral === undefined ? undefined : lane(ephemeral);
  const lanes = shortLived === undefined ? [durable] : [durable, shortLived];
  const store =
    shortLived === undefined
      ? durable.store
      : new RoutedQuoteStore({ durable: durable.store, ephemeral: shortLived.store });
  const hotReads = hot === undefined ? undefined : new HotReads(store, hot);
  const tokens = new AccessTokens(accessTokenKey);
  // Without a bus there are no other replicas, so nothing is missed.
  const isBlind = (): boolean => bus !== undefined && !bus.connected;
  const read = (id: string) => store.read(id);
  const watched = new WatchedResources<QuoteProgress>({ read, changesAt, clock, isBlind, logger });
  const readers = new OwnReads<QuoteProgress>((id) => (hotReads ?? store).read(id), tokens);
  const heldReads = new HeldQuotes(watched, clock);
  const quoteStreams = new QuoteStreams({ readers, watched, clock });
  const replicas: ChangeListener = {
    changed(change) {
      if (change.withdrawn) for (const { relay } of lanes) relay.revoke(change.id);
      watched.hinted(change);
      watchedApplications.hinted(change);
    },
    missed() {
      watched.missed();
      watchedApplications.missed();
    },
  };
  const { customers, desk, follower, operators, watchedApplications, workers } = assembleApplications({
    ...parts,
    ...{ bus, tokens, isBlind, quotes: store, ephemeral: shortLived?.store, fingerprintKey: rules.fingerprintKey },
    committed: (messages) => durable.relay.committed(messages),
  });
  const events = new QuoteRequestedEvents(partnerSealers, { clock, newId });
  const newRequestId = (line: ProductLineId): string =>
    idFor(ephemeral?.lines.has(line) ? 'ephemeral' : 'durable', newId());
  const { view, supervisor, ...operations } = assembleFleet(parts);
  const { collector, replayer, ...deadLetters } = assembleDeadLetters({ ...parts, desk, time: parts.fleet.time });
  return {
    ...operations,
    ...deadLetters,
    ...customers,
    ...workers,
    ...operators,
    desk,
    signer,
    tokens,
    heldReads,
    quoteStreams,
    requestQuote: new RequestQuoteHandler({ store, events, describe, availability: view, rules, clock, newRequestId }),
    conditionalReads: new ConditionalQuotes(readers, heldReads),
    receiveAnswers: new ReceiveAnswersHandler(new AnswerBatches(store)),
    withdrawConsent: new WithdrawConsentHandler(readers, store),
    wantedQuotes: new WantedQuotesHandler(store),
    running: [
      ...(parts.beside ?? []),
      supervisor,
      ...(bus === undefined ? [] : [{ start: () => bus.listen(replicas), stop: () => bus.close() }]),
      ...lanes.map(({ relay }) => ({ start: () => undefined, stop: () => relay.stop() })),
      ...lanes.flatMap(({ sweepers }) => sweepers),
      follower,
      replayer,
      collector,
      { start: () => undefined, stop: () => heldReads.stop() },
      { start: () => undefined, stop: () => customers.heldApplications.stop() },
    ],
  };
}
