import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { CogwheelDirectClient } from '../../client.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

/** Term life quotes of C. */
export function quoteTermLife(client: CogwheelDirectClient, tools: AdapterTools): QuoteLine<'term-life'> {
  return async (request, signal) => {
    const question = toCogwheelDirect(request);
    if (!question.ok) return declined(question.error);
    const answer = await client.post('/v2/term/quote', question.value, cogwheelAnswerTo(question.value), signal);
    return answer.ok ? fromCogwheelDirect(answer.value, request, stampOffer(tools)) : failed(answer.error.error);
  };
}
