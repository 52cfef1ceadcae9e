import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { BabbageLovelaceClient } from '../../client.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageQuoteOf } from './wire.js';

/** Car quotes of B. */
export function quoteMotorFourWheeler(
  client: BabbageLovelaceClient,
  tools: AdapterTools,
): QuoteLine<'motor-four-wheeler'> {
  return async (request, signal) => {
    const question = toBabbageLovelace(request);
    if (!question.ok) return declined(question.error);
    const answer = await client.quote(question.value, babbageQuoteOf(question.value), signal);
    return answer.ok ? fromBabbageLovelace(answer.value, request, stampOffer(tools)) : failed(answer.error);
  };
}
