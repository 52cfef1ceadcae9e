import { type CloudEvent, type IssuanceRequestedData, REPLAYS_ATTRIBUTE, WAITING_ALLOWANCE_MS } from '@app/contracts';
import type { PartnerManifest } from '@app/partner-registry';
import type { PartnerCallOptions } from '@app/ports';

/** What is known of the message around the event. */
export interface Delivery {
  /** How often it was received, this time included. */
  readonly receiveCount: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** In a process that may not work for longer. */
export interface WorkLimits {
  /** The partner is asked until then at the latest. */
  readonly callsUntil: Date;
  /** Nothing is handed to the business service any more from then on. */
  readonly postsUntil: Date;
}

/** One message: a policy that a partner is to issue. */
export interface IssuanceOrder {
  readonly event: CloudEvent<IssuanceRequestedData>;
  readonly partner: PartnerManifest;
  readonly delivery: Delivery;
  /** The trace goes on below this. */
  readonly traceparent: string;
  readonly limits: WorkLimits | undefined;
}

/** Whether an attempt before this one, or this one in other hands, may have reached the partner. */
export const mayHaveBeenAsked = ({ event, delivery }: IssuanceOrder): boolean =>
  delivery.receiveCount > 1 || event.data.attempt > 1 || REPLAYS_ATTRIBUTE in delivery.attributes;

/** The limits of a call that begins now: the partner's timeout, and what it may wait for its turn beside that. */
export function callLimits(order: IssuanceOrder, now: Date): Omit<PartnerCallOptions, 'signal'> {
  const { limits, partner, traceparent } = order;
  const callsUntil = limits?.callsUntil;
  const { timeoutMs } = partner.operations.issuance;
  const deadline = new Date(now.getTime() + timeoutMs + WAITING_ALLOWANCE_MS);
  return {
    deadline: callsUntil !== undefined && callsUntil < deadline ? callsUntil : deadline,
    timeoutMs,
    traceparent,
  };
}
