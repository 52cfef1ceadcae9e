import type { PartnerManifest } from '@app/partner-registry';
import type { Clock, PartnerGateway, WantedQuotes } from '@app/ports';
import { verdictOn, verdictOnIssuance } from './breaker/call-verdict.js';
import { throughBreaker } from './breaker/circuit-breaker.step.js';
import { whenNotPaused } from './pace/rate-limit.step.js';
import { callPartner } from './partner-call.js';
import { type IsOffline, unlessOffline } from './partner-offline.step.js';
import type { PartnerOperationParts } from './partner-operation.js';
import { type OperationOf, PartnerOperations } from './partner-operations.js';
import { withinPlaces } from './places/bulkhead.step.js';
import { type AskPolicy, type AskQuote, behindSteps, type IssuanceCall, type PolicyStep } from './policy-step.js';
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
  /** Once: its repeats are the integration service's, which asks what became of a call before it makes it again. */
  readonly askPolicy: AskPolicy;
  readonly operations: PartnerOperations;
}

/** Joins the rules that every call to a partner passes, in their order. */
export function createCallPolicy(parts: CallPolicyParts): CallPolicy {
  const { clock, random, wanted } = parts;
  const operations = new PartnerOperations(parts.partners, parts);
  const operationOf = operations.named('quote');
  const askOnce = quotesThrough(operationOf, parts);
  return {
    caller: new PartnerCaller({ askOnce, operationOf, wanted, clock, random }),
    askPolicy: policiesThrough(operations.named('issuance'), parts),
    operations,
  };
}

const stepsOf = (operationOf: OperationOf, { clock, isOffline }: CallPolicyParts): PolicyStep[] => [
  whileTimeIsLeft(clock),
  unlessOffline(isOffline),
  withinPlaces(operationOf, clock),
  whenNotPaused(operationOf, clock),
  throughBreaker(operationOf),
];

function quotesThrough(operationOf: OperationOf, parts: CallPolicyParts): AskQuote {
  const { clock, gateway, hedgeQuotes } = parts;
  const hedging = hedgeQuotes ? [new HedgedCalls(operationOf, clock).step] : [];
  const send: PartnerGateway['quote'] = (call, options) => gateway.quote(call, options);
  return behindSteps(
    [...hedging, ...stepsOf(operationOf, parts)],
    callPartner({ send, verdictOn, operationOf, clock }),
  );
}

function policiesThrough(operationOf: OperationOf, parts: CallPolicyParts): AskPolicy {
  const { clock, gateway } = parts;
  const call: AskPolicy = callPartner({
    send: ({ data, inquireFirst }: IssuanceCall, options) => gateway.issue(data, { ...options, inquireFirst }),
    verdictOn: verdictOnIssuance,
    operationOf,
    clock,
  });
  return behindSteps(stepsOf(operationOf, parts), call);
}
