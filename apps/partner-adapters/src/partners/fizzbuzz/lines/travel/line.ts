import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { FizzbuzzClient } from '../../client.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';
import { toFizzbuzz } from './to-fizzbuzz.js';

/** Travel quotes of F. */
export function quoteTravel(client: FizzbuzzClient, tools: AdapterTools): QuoteLine<'travel'> {
  return async (request, signal) => {
    const params = toFizzbuzz(request);
    if (!params.ok) return declined(params.error);
    const result = await client.call('travel.quotePlans', params.value, signal);
    if (!result.ok) return failed(result.error);
    return fromFizzbuzz(result.value, request, () => stampOffer(tools));
  };
}
