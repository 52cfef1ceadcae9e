import type { PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { PartnerAnswer } from '@app/domain';
import { failedReply } from '../policy/failed-reply.js';

/** What an answer says besides the partner's reply. */
export interface AnswerFacts {
  readonly call: QuoteRequestedData;
  readonly answerId: string;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** What the reply contributes to the partner answer. */
function contentOf(reply: PartnerReply, attempts: number) {
  if (reply.outcome === 'FAILED')
    return { status: reply.outcome, partial: false, error: { ...reply.error, attempts }, declines: [], offers: [] };
  const { status, offers, declines, error } = reply;
  return { status, partial: error !== null, error: error && { ...error, attempts }, declines, offers };
}

/** A partner's reply as the one answer to a quote request. */
export const partnerAnswerOf = (reply: PartnerReply, facts: AnswerFacts): PartnerAnswer => ({
  requestId: facts.call.requestId,
  partner: facts.call.partner,
  answerId: facts.answerId,
  attempts: facts.attempts,
  startedAt: facts.startedAt.toISOString(),
  finishedAt: facts.finishedAt.toISOString(),
  ...contentOf(reply, facts.attempts),
});

/** In place of an answer that the callback API refused: the row must not stay empty because the reply was unsound. */
export const failedInsteadOf = (answer: PartnerAnswer, answerId: string): PartnerAnswer => ({
  ...answer,
  answerId,
  ...contentOf(failedReply('PROTOCOL', 'the answer was refused as invalid'), answer.attempts),
});
