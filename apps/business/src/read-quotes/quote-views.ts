import type { AnswerView, QuoteTask } from '@app/contracts';
import {
  type AnswerRow,
  type CanonicalError,
  countAnswers,
  orderAnswers,
  type QuoteProgress,
  userMessage,
} from '@app/domain';
import { findPartner } from '@app/partner-registry';
import { productLineOf } from '../product-line-of.js';
import { quoteLinks } from './quote-links.js';

const aboutRequest = (progress: QuoteProgress) => ({
  id: progress.id,
  status: progress.completedAt === null ? ('RUNNING' as const) : ('COMPLETED' as const),
  productLine: productLineOf(progress),
  createdAt: progress.createdAt,
  eta: progress.answerDeadline,
  version: progress.version,
  links: quoteLinks(progress.id),
});

/** A quote request as the task that it is; silence is no answer. */
export function quoteTaskOf(progress: QuoteProgress): QuoteTask {
  const { asked, pending, timedOut } = countAnswers(progress.rows);
  return { ...aboutRequest(progress), partnersAsked: asked, answersReceived: asked - pending - timedOut };
}

/** A failure in the customer's words; the partner's own never leave the service. */
const errorView = ({ category, messageKeyForUser }: CanonicalError): NonNullable<AnswerView['error']> => ({
  category,
  messageKey: messageKeyForUser,
  message: userMessage(messageKeyForUser),
});

/** One partner's row, in the form of `answerView`. */
export const answerViewOf = ({ version: _, error, ...row }: AnswerRow) => ({
  ...row,
  partnerName: findPartner(row.partner)?.name ?? row.partner,
  error: error === null ? null : errorView(error),
});

/** The result so far, in the form of `quoteResult`: a row for every partner asked, in the order of the comparison. */
export const quoteResultOf = (progress: QuoteProgress) => ({
  ...aboutRequest(progress),
  completedAt: progress.completedAt,
  counts: countAnswers(progress.rows),
  answers: orderAnswers(progress.rows).map(answerViewOf),
});
