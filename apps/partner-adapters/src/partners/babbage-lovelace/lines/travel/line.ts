import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { BabbageLovelaceClient } from '../../client.js';
import { fromBabbageLovelace } from './from-babbage-lovelace.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';
import { babbageTravelQuote } from './wire.js';

/** Travel quotes of B. */
export function quoteTravel(client: BabbageLovelaceClient, tools: AdapterTools): QuoteLine<'travel'> {
  return async (request, signal) => {
    const question = toBabbageLovelace(request);
    if (!question.ok) return declined(question.error);
    const answer = await client.quote(question.value, babbageTravelQuote, signal);
    if (!answer.ok) return failed(answer.error);
    return fromBabbageLovelace(answer.value, question.value, request, stampOffer(tools));
  };
}
