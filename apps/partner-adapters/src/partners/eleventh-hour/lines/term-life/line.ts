import { type AdapterTools, declined, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { QuoteJobs } from '../../jobs/quote-jobs.js';
import { fromEleventhHour } from './from-eleventh-hour.js';
import { toEleventhHour } from './to-eleventh-hour.js';

/** Term life quotes of E. */
export function quoteTermLife(jobs: QuoteJobs, tools: AdapterTools): QuoteLine<'term-life'> {
  return async (request, signal) => {
    const question = toEleventhHour(request);
    if (!question.ok) return declined(question.error);
    const read = (result: unknown) => fromEleventhHour(result, request, stampOffer(tools));
    return jobs.ask({ request, question: question.value, read }, signal);
  };
}
