import { randomUUID } from 'node:crypto';
import { findPartner, type PartnerManifest } from '@app/partner-registry';
import { createLogger, systemClock } from '@app/platform';
import { CallbackAnswerSink } from '../answer-quote/callback-answer-sink.js';
import { CallbackClient } from '../answer-quote/callback-client.js';
import { HttpWantedQuotes } from '../answer-quote/http-wanted-quotes.js';
import type { ReactiveParts } from '../assemble.js';
import { HttpFleetReports } from '../fleet/http-fleet-reports.js';
import { HttpIssuanceCallback } from '../issue-policy/http-issuance-callback.js';
import { HttpPartnerGateway } from '../partner-gateway/http-partner-gateway.js';
import type { Neighbours } from './neighbours.js';

export function acmeGeneral(): PartnerManifest {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  return partner;
}

export interface ServiceParts {
  readonly parts: ReactiveParts;
  /** Before the service is stopped. */
  stopRetrying(): void;
  /** After it was stopped. */
  close(): Promise<unknown>;
}

/** What `main.ts` makes the service of, for one partner: real clients of these neighbours. */
export function servicePartsFor({ adapter, business, signer }: Neighbours, partner: PartnerManifest): ServiceParts {
  const means = { clock: systemClock, random: () => 0, logger: createLogger('test', 'silent') };
  const theirs = { ...means, businessUrl: business.url, callbackUrl: business.url, signer };
  const gateway = new HttpPartnerGateway({ ...theirs, adapterUrls: new Map([[partner.id, adapter.url]]) });
  const client = new CallbackClient(theirs);
  const sink = new CallbackAnswerSink({ ...means, random: Math.random, client });
  const wanted = new HttpWantedQuotes(theirs);
  const issuanceCallback = new HttpIssuanceCallback(theirs);
  const fleet = new HttpFleetReports(theirs);
  const stopping = new AbortController();
  const replica = { replicaId: 'replica-1', service: 'reactive/motor' };
  return {
    parts: {
      ...means,
      partners: [partner],
      gateway,
      sink,
      wanted,
      issuanceCallback,
      fleet,
      replica,
      stopping: stopping.signal,
      newId: randomUUID,
      hedgeQuotes: false,
    },
    stopRetrying: () => {
      sink.stopRetrying();
      stopping.abort('stopping');
    },
    close: () => Promise.all([gateway, client, wanted, issuanceCallback, fleet].map((one) => one.close())),
  };
}
