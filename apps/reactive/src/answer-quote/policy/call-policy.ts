import type { PartnerManifest } from '@app/partner-registry';
import type { Clock, PartnerGateway, WantedQuotes } from '@app/ports';
import { throughBreaker } from './breaker/circuit-breaker.step.js';
import { whenNotPaused } from './pace/rate-limit.step.js';
import { callPartner } from './partner-call.js';
import { type IsOffline, unlessOffline } from './partner-offline.step.js';
import type { PartnerOperationParts } from './partner-operation.js';
import { PartnerOperations } from './partner-operations.js';
import { withinPlaces } from './places/bulkhead.step.js';
import { behindSteps } from './policy-step.js';
import { HedgedCalls } from './repeats/hedged-calls.js';
import { PartnerCaller } from './repeats/partner-caller.js';
import { whileTimeIsLeft } from './time-left.step.js';

export interface CallPolicyParts {
  readonly partners: readonly PartnerManifest[];
  readonly gateway: PartnerGateway;
  readonly wanted: WantedQuotes;
  readonly isOffline: IsOffline;
  /** Whether late calls get a second one beside them, where the registry allows it. */
  readonly hedgeQuotes: boolean;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly onBreakerChange: PartnerOperationParts['onBreakerChange'];
}

export interface CallPolicy {
  readonly caller: PartnerCaller;
  readonly operations: PartnerOperations;
}

/** Joins the rules that every call to a partner passes, in their order. */
export function createCallPolicy(parts: CallPolicyParts): CallPolicy {
  const { clock, gateway, hedgeQuotes, isOffline, partners, random, wanted } = parts;
  const operations = new PartnerOperations(partners, parts);
  const hedging = hedgeQuotes ? [new HedgedCalls(operations, clock).step] : [];
  const steps = [
    whileTimeIsLeft(clock),
    unlessOffline(isOffline),
    withinPlaces(operations, clock),
    whenNotPaused(operations, clock),
    throughBreaker(operations),
  ];
  const askOnce = behindSteps([...hedging, ...steps], callPartner({ gateway, operations, clock }));
  return { caller: new PartnerCaller({ askOnce, operations, wanted, clock, random }), operations };
}
