import type { OperatorApplicationView } from '@app/contracts';
import { type Application, wakesAt } from '@app/domain';
import { applicationViewOf } from '../apply/application-views.js';

/** An application with what only operators should read. */
export function operatorApplicationOf(application: Application): OperatorApplicationView {
  const {
    attempt,
    clientId,
    fault: cause,
    offerSnapshot,
    partnerQuoteRef,
    period,
    policyNumber,
    productLine,
    statusSince,
  } = application;
  return {
    ...applicationViewOf(application),
    // Also of a policy that was heard of after the end: what becomes of it is theirs to say.
    ...{ policyNumber, period },
    ...{ clientId, productLine, partnerQuoteRef, offerSnapshot, attempt, statusSince },
    nextStepAt: wakesAt(application),
    cause,
  };
}
