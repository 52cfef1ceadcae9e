import type { PartnerManifest } from '@app/partner-registry';
import type { Logger } from '@app/platform';
import type { AnswerSink, Clock, PartnerGateway, PolicyDesk, WantedQuotes } from '@app/ports';
import { AnswerQuoteHandler } from './answer-quote/answer-quote.handler.js';
import { FleetReporter, type FleetReporterParts } from './fleet/fleet-reporter.js';
import type { FleetReports } from './fleet/fleet-reports.js';
import { FleetStates } from './fleet/fleet-states.js';
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
  readonly desk: PolicyDesk;
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
  return {
    answerQuote: new AnswerQuoteHandler({ ...parts, caller }),
    issuePolicy: new IssuePolicyHandler({ ...parts, askPolicy, operationOf }),
    gates: new Map(parts.partners.map((partner) => [partner.id, gateOf(operationOf(partner), states, clock)])),
    reporter,
    status,
  };
}

function gateOf(operation: PartnerOperation, states: FleetStates, clock: Clock): IssuanceGate {
  const gate = new IssuanceGate({ operation, isOffline: () => states.isOffline(operation.partner.id), clock });
  operation.whenChanged(() => gate.lookAgain());
  states.whenHeard(() => gate.lookAgain());
  return gate;
}
