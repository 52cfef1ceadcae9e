import type { IssuanceReply } from '@app/contracts';
import {
  checkDocument,
  codedFailure,
  type PolicyOrder,
  policyIssued,
  policySchedule,
  withoutPolicy,
} from '@app/partner-kit';
import { eleventhHour } from '@app/partner-registry';
import { type EleventhHourPolicy, type EleventhHourPolicyRefusal, policyOutcome } from './wire.js';

/** What became of a policy job. */
export interface JobOutcome {
  readonly reply: IssuanceReply;
  /** The same id would bring this outcome for ever; only a job under another one may say more. */
  readonly mayRunAgain: boolean;
}

function issued(policy: EleventhHourPolicy, { applicationId }: PolicyOrder): IssuanceReply {
  const { policyNumber, coverFrom: from, coverTo: to } = policy;
  const documents = policy.documents.map(({ url }) => policySchedule(applicationId, url));
  return policyIssued({ policyNumber, period: { from, to }, documents });
}

/** E's new total is what is due now; the rest of the year stays as it was (errata 19). */
const newTotalMinor = (newDueMinor: number, { acceptedTotalMinor, details }: PolicyOrder): number =>
  acceptedTotalMinor + newDueMinor - details.payment.amountMinor;

function refused({ code, newTotal, policyNumber }: EleventhHourPolicyRefusal, order: PolicyOrder): IssuanceReply {
  const error = codedFailure(eleventhHour.errorCodes, code);
  if (error.category === 'DUPLICATE')
    // The offer is ours alone: its policy is the one that an earlier try brought about.
    return policyNumber === undefined ? { outcome: 'UNKNOWN', error } : policyIssued({ policyNumber });
  return withoutPolicy(error, newTotal && newTotalMinor(newTotal, order));
}

/** The result of a policy job as ours. One that cannot be read says nothing of the policy. */
export function fromEleventhHour(result: unknown, order: PolicyOrder): JobOutcome {
  // However it came, it is what a poll answers with.
  const read = checkDocument(result, policyOutcome, 200);
  if (!read.ok) return { reply: withoutPolicy(read.error), mayRunAgain: false };
  const { value } = read;
  switch (value.outcome) {
    case 'ISSUED':
      return { reply: issued(value, order), mayRunAgain: false };
    case 'REFUSED':
      return { reply: refused(value.error, order), mayRunAgain: false };
    case 'ERROR': {
      const { code, retryable } = value.error;
      const reply = withoutPolicy(codedFailure(eleventhHour.errorCodes, code, { retryable }));
      return { reply, mayRunAgain: retryable };
    }
  }
}
