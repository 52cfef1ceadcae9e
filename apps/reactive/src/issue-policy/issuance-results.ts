import type { IssuanceReply, IssuanceRequestedData } from '@app/contracts';
import type { IssuanceResult } from '@app/domain';
import { failedReply } from '../policy/failed-reply.js';

type Attempted = Pick<IssuanceRequestedData, 'applicationId' | 'attempt'>;

/** What the reply contributes. Where a document is at the partner stays between us and its integration service. */
function contentOf(reply: IssuanceReply): Omit<IssuanceResult, 'applicationId' | 'attempt'> {
  if (reply.outcome !== 'ISSUED') return reply;
  return { ...reply, documents: reply.documents.map(({ id, type, contentType }) => ({ id, type, contentType })) };
}

/** A partner's reply as the result of an attempt. */
export const issuanceResultOf = (reply: IssuanceReply, { applicationId, attempt }: Attempted): IssuanceResult => ({
  applicationId,
  attempt,
  ...contentOf(reply),
});

/** In place of a result that was refused as invalid: there may be a policy that somebody must find out about. */
export const unknownInsteadOf = ({ applicationId, attempt }: IssuanceResult): IssuanceResult => {
  const { error } = failedReply('PROTOCOL', 'the result was refused as invalid');
  return { applicationId, attempt, outcome: 'UNKNOWN', error };
};
