import type { IssuanceReply } from '@app/contracts';
import type { Logger } from '@app/platform';
import { failure } from '../errors/canonical-failure.js';
import type { IssuanceSteps } from './attempt.js';
import { issuanceFaults } from './issuance-faults.js';
import type { NotIssued, PartnerPolicies, PolicyOrder } from './partner-policies.js';

/** Nobody knows what it did: what follows is what follows on a lost answer. */
const unknown = (why: string): IssuanceReply => ({ outcome: 'UNKNOWN', error: failure('PROTOCOL', why) });

/** A partner's steps for one order, made so that they never reject and say nothing unsound; both are logged. */
export function soundSteps(policies: PartnerPolicies, order: PolicyOrder, logger: Logger): IssuanceSteps {
  const { applicationId } = order;

  async function sound<Reply extends IssuanceReply | NotIssued>(step: () => Promise<Reply>) {
    try {
      const reply = await step();
      const faults = issuanceFaults(reply);
      if (faults.length === 0) return reply;
      logger.error({ applicationId, faults }, 'unsound reply about a policy');
      return unknown(`the reply does not hold: ${faults.join('; ')}`);
    } catch (error) {
      logger.error({ applicationId, err: error }, 'a step of an issuance failed');
      return unknown('the integration failed while it issued');
    }
  }

  const inquire = policies.inquire?.bind(policies);
  return {
    issue: (signal) => sound(() => policies.issue(order, signal)),
    inquire: inquire && ((signal) => sound(() => inquire(order, signal))),
  };
}
