import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { checkDocument, failure, type PartnerResponse, type XmlElement } from '@app/partner-kit';
import type { z } from 'zod';
import type { BabbageQuestion } from './acord.js';
import { statusRefusal } from './errors.js';
import { answerHead, answerTo, type BabbageAnswer, type MessageStatus } from './message-status.js';

/** What came back in an envelope. */
export interface Received {
  readonly response: PartnerResponse;
  readonly message: XmlElement;
}

/** A referral has a price that cannot be bought as it stands. */
const verdictOf = ({ MsgStatusCd }: MessageStatus): 'QUOTED' | 'REFERRED' =>
  MsgStatusCd === 'PendingNeedInformation' ? 'REFERRED' : 'QUOTED';

/** The answer to a question, its price checked by the line's schema; `Error` and what cannot be read is a failure. */
export function readAnswer<Quote>(
  { name, rqUid }: BabbageQuestion,
  { response, message }: Received,
  schema: z.ZodType<Quote>,
): Result<BabbageAnswer<Quote>, CanonicalError> {
  const answer = answerTo(name, message);
  const head = checkDocument(answer, answerHead, response.status);
  if (!head.ok) return head;
  const { RqUID, MsgStatus: status } = head.value;
  if (status.MsgStatusCd === 'Error') return refused(statusRefusal(response, status));
  if (RqUID !== rqUid) return refused(failure('PROTOCOL', 'answered another request', { httpStatus: response.status }));
  const reasons = status.ExtendedStatus;
  if (status.MsgStatusCd === 'Rejected') return ok({ verdict: 'REJECTED', reasons });
  const quote = checkDocument(answer, schema, response.status);
  return quote.ok ? ok({ verdict: verdictOf(status), reasons, quote: quote.value }) : quote;
}
