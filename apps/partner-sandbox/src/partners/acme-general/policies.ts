import { onePagePdf } from '../../wire/pdf.js';
import { jsonReply, reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { type AcmeBook, isIssued, policyBody } from './book.js';
import { problem } from './errors.js';
import type { ClientAnswer } from './gate.js';

/** `GET /v1/policies/{policyId}`: the current state. */
export const readPolicy =
  (book: AcmeBook, { now }: World): ClientAnswer =>
  ({ params }) => {
    const policy = book.policy(params.policyId ?? '');
    return policy === undefined ? problem('POLICY_NOT_FOUND') : jsonReply(200, policyBody(policy, now()));
  };

/** `GET /v1/policies/{policyId}/documents/schedule.pdf`: not there before the policy is issued (errata 7). */
export const readSchedule =
  (book: AcmeBook, { now }: World): ClientAnswer =>
  ({ params }) => {
    const policy = book.policy(params.policyId ?? '');
    if (policy === undefined || !isIssued(policy, now())) return problem('POLICY_NOT_FOUND');
    return reply(200, 'application/pdf', onePagePdf(`Acme General policy ${policy.policyNumber}`));
  };
