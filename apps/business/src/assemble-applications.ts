import type { KeyObject } from 'node:crypto';
import type { Application } from '@app/domain';
import type { Logger } from '@app/platform';
import type { ApplicationStore, ChangeBus, Clock, OutboxMessage, PaymentVerifier, QuoteStore } from '@app/ports';
import type { AccessTokens } from './access/access-tokens.js';
import { ApplicationDesk } from './applications/application-desk.js';
import { IssuanceRequestedEvents } from './applications/issuance-requested-events.js';
import { policyLifecycleEvents } from './applications/policy-lifecycle-events.js';
import { assembleApply } from './apply/assemble-apply.js';
import { assembleIssuing } from './issue-policies/assemble-issuing.js';
import { assembleOperating } from './operate-applications/assemble-operating.js';
import type { PartnerSealers } from './request-quote/quote-requested-events.js';

export interface ApplicationsPart {
  readonly applications: ApplicationStore;
  readonly quotes: Pick<QuoteStore, 'withOffer' | 'content'>;
  /** The store of ephemeral lines, where there is one. */
  readonly ephemeral: Pick<QuoteStore, 'findKey'> | undefined;
  readonly paymentVerifier: PaymentVerifier;
  readonly partnerSealers: PartnerSealers;
  readonly tokens: AccessTokens;
  readonly fingerprintKey: KeyObject;
  readonly bus: ChangeBus | undefined;
  /** Whether hints of other replicas do not arrive. */
  readonly isBlind: () => boolean;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** New UUIDv7s. */
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  /** Told of messages that were committed with an application, and are claimed by this process. */
  readonly committed: (messages: readonly OutboxMessage[]) => void;
}

/** Applications: the one desk that decides on them, and what customers, workers, time and operators do with them. */
export function assembleApplications(part: ApplicationsPart) {
  const { applications: store, bus, clock, committed, newId, partnerSealers, random } = part;
  const tools = { clock, newId };
  const changed = (application: Application): void => {
    const { id, version } = application;
    watched.changed(application);
    follower.changed(application);
    bus?.announce({ id, version, withdrawn: false });
  };
  const events = new IssuanceRequestedEvents(partnerSealers, tools);
  const describe = policyLifecycleEvents(tools);
  const desk = new ApplicationDesk({ store, events, describe, random, changed, committed });
  const { watched, ...customers } = assembleApply({ ...part, desk, events });
  const { follower, ...workers } = assembleIssuing({ ...part, desk });
  const operators = assembleOperating({ desk, applications: store });
  return { desk, watchedApplications: watched, follower, customers, workers, operators };
}
