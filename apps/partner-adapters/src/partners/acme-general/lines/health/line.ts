import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { AcmeGeneralClient } from '../../client.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral } from './to-acme-general.js';
import { acmeAnswerTo } from './wire.js';

/** Health quotes of A. */
export function quoteHealth(client: AcmeGeneralClient, tools: AdapterTools): QuoteLine<'health'> {
  return async (request, signal) => {
    const question = toAcmeGeneral(request);
    if (!question.ok) return declined(question.error);
    const answer = await client.quote(question.value, acmeAnswerTo(question.value), signal);
    if (!answer.ok) return failed(answer.error.error);
    return fromAcmeGeneral(answer.value, question.value, request, stampOffer(tools));
  };
}
