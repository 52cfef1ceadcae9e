import type { OperatorApplicationView } from '@app/contracts';
import { type Application, wakesAt } from '@app/domain';
import { applicationViewOf } from '../apply/application-views.js';

/** An application with what only operators should read. */
export function operatorApplicationOf(application: Application): OperatorApplicationView {
  const { attempt, clientId, fault: cause, partnerQuoteRef, productLine, statusSince } = application;
  return {
    ...applicationViewOf(application),
    ...{ clientId, productLine, partnerQuoteRef, attempt, statusSince },
    nextStepAt: wakesAt(application),
    cause,
  };
}
