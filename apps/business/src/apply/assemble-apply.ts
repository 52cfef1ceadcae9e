import type { KeyObject } from 'node:crypto';
import type { Logger } from '@app/platform';
import type { ApplicationStore, Clock, PaymentVerifier, QuoteStore } from '@app/ports';
import type { AccessTokens } from '../access/access-tokens.js';
import { OwnReads } from '../access/own-reads.js';
import type { ApplicationDesk } from '../applications/application-desk.js';
import type { IssuanceRequestedEvents } from '../applications/issuance-requested-events.js';
import { HeldReads } from '../watch/held-reads.js';
import { WatchedResources } from '../watch/watched-resources.js';
import { AcceptPriceHandler } from './accept-price.handler.js';
import { changesAt } from './application-changes.js';
import { ApplyHandler } from './apply.handler.js';
import { ConditionalApplications } from './conditional-applications.js';
import { KnownKeys } from './known-keys.js';
import { OffersOfReader } from './offers-of-reader.js';
import { Payments } from './payments.js';
import { ReadDocumentHandler } from './read-document.handler.js';

export interface ApplyPart {
  readonly desk: ApplicationDesk;
  readonly events: IssuanceRequestedEvents;
  readonly applications: ApplicationStore;
  readonly quotes: Pick<QuoteStore, 'withOffer' | 'content'>;
  /** The store of ephemeral lines, where there is one. */
  readonly ephemeral: Pick<QuoteStore, 'findKey'> | undefined;
  readonly paymentVerifier: PaymentVerifier;
  readonly tokens: AccessTokens;
  readonly fingerprintKey: KeyObject;
  /** The stores', as this process knows it. */
  readonly clock: Clock;
  readonly newId: () => string;
  /** Whether hints of other replicas do not arrive. */
  readonly isBlind: () => boolean;
  readonly logger: Logger;
}

/** The customer's side of applications. */
export function assembleApply({ applications, ephemeral, paymentVerifier, quotes, tokens, ...part }: ApplyPart) {
  const { clock, desk, fingerprintKey, isBlind, logger } = part;
  const watched = new WatchedResources({ read: (id: string) => desk.read(id), changesAt, clock, isBlind, logger });
  const held = new HeldReads(watched, clock);
  const readers = new OwnReads((id) => desk.read(id), tokens);
  const keys = new KnownKeys(applications, ephemeral);
  const payments = new Payments({ verifier: paymentVerifier, key: fingerprintKey, clock, logger });
  return {
    watched,
    heldApplications: held,
    apply: new ApplyHandler({ ...part, quotes, keys, payments, offers: new OffersOfReader(quotes, tokens) }),
    acceptPrice: new AcceptPriceHandler({ ...part, readers, keys, payments, store: applications }),
    conditionalApplications: new ConditionalApplications(readers, held),
    readDocument: new ReadDocumentHandler(readers, applications),
  };
}
