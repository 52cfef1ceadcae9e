import { type AdapterTools, declined, failed, type MotorLine, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { CogwheelDirectClient } from '../../client.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

/** C's quotes for cars and two-wheelers. */
export function quoteMotor(client: CogwheelDirectClient, tools: AdapterTools): QuoteLine<MotorLine> {
  return async (request, signal) => {
    const question = toCogwheelDirect(request);
    if (!question.ok) return declined(question.error);
    const answer = await client.post('/v2/motor/quote', question.value, cogwheelAnswerTo(question.value), signal);
    return answer.ok ? fromCogwheelDirect(answer.value, request, stampOffer(tools)) : failed(answer.error.error);
  };
}
