import type { PartnerManifest } from '@app/partner-registry';
import type { Logger } from '@app/platform';
import type { AnswerSink, Clock, IssuanceCallback, PartnerGateway, WantedQuotes } from '@app/ports';
import { AnswerQuoteHandler } from './answer-quote/answer-quote.handler.js';
import { FleetReporter, type FleetReporterParts } from './fleet/fleet-reporter.js';
import type { FleetReports } from './fleet/fleet-reports.js';
import { FleetStates } from './fleet/fleet-states.js';
import { BusinessAvailability } from './issue-policy/business-availability.js';
import { IssuanceGate } from './issue-policy/issuance-gate.js';
import { IssuePolicyHandler } from './issue-policy/issue-policy.handler.js';
import { type CallPolicyParts, createCallPolicy } from './policy/call-policy.js';
import type { PartnerOperation } from './policy/partner-operation.js';
import type { PartnersStatus } from './status/partners-status.controller.js';

/** What the reactive service is made of: ports and rules. */
export interface ReactiveParts {
  readonly partners: readonly PartnerManifest[];
  readonly gateway: PartnerGateway;
  readonly sink: AnswerSink;
  readonly wanted: WantedQuotes;
  readonly issuanceCallback: IssuanceCallback;
  /** Aborts when the process is about to end: what is handed over is not tried again then. */
  readonly stopping: AbortSignal;
  /** Whether late quote calls get a second one beside them, where the registry allows it. */
  readonly hedgeQuotes: boolean;
  readonly fleet: FleetReports;
  /** Who reports to the fleet. */
  readonly replica: Pick<FleetReporterParts, 'replicaId' | 'service'>;
  readonly clock: Clock;
  /** New UUIDs. */
  readonly newId: () => string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** The service without its doors. */
export interface Reactive {
  readonly answerQuote: AnswerQuoteHandler;
  readonly issuePolicy: IssuePolicyHandler;
  /** Of the issuance queue of each partner, by partner. */
  readonly gates: ReadonlyMap<string, IssuanceGate>;
  readonly reporter: FleetReporter;
  readonly status: PartnersStatus;
}

/** Joins the parts. Nothing runs yet. */
export function assemble(parts: ReactiveParts): Reactive {
  const { clock, fleet, logger, random, replica } = parts;
  const states = new FleetStates(clock);
  const isOffline = (partner: string) => states.isOffline(partner);
  const onBreakerChange: CallPolicyParts['onBreakerChange'] = (partner, operation, breaker) =>
    logger.warn({ partner, operation, breaker }, 'circuit breaker changed');
  const { caller, askPolicy, operations } = createCallPolicy({ ...parts, isOffline, onBreakerChange });
  const reporter = new FleetReporter({
    ...replica,
    reports: fleet,
    observed: operations,
    states,
    clock,
    random,
    logger,
  });
  const status = {
    snapshot: () => ({ ...replica, operations: operations.snapshot(isOffline), fleet: states.snapshot() }),
  };
  const operationOf = operations.named('issuance');
  const business = new BusinessAvailability(parts);
  const gateOf = (partner: PartnerManifest) => createGate(operationOf(partner), { states, business, clock });
  return {
    answerQuote: new AnswerQuoteHandler({ ...parts, caller }),
    issuePolicy: new IssuePolicyHandler({ ...parts, askPolicy, operationOf, business }),
    gates: new Map(parts.partners.map((partner) => [partner.id, gateOf(partner)])),
    reporter,
    status,
  };
}

interface GateKeepers {
  readonly states: FleetStates;
  readonly business: BusinessAvailability;
  readonly clock: Clock;
}

function createGate(operation: PartnerOperation, { states, ...keepers }: GateKeepers): IssuanceGate {
  const gate = new IssuanceGate({ ...keepers, operation, isOffline: () => states.isOffline(operation.partner.id) });
  operation.whenChanged(() => gate.lookAgain());
  states.whenHeard(() => gate.lookAgain());
  keepers.business.whenChanged(() => gate.lookAgain());
  return gate;
}
