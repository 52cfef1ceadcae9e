import { type AdapterTools, declined, failed, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { FizzbuzzClient } from '../../client.js';
import { fromFizzbuzz } from './from-fizzbuzz.js';
import { toFizzbuzz } from './to-fizzbuzz.js';

/** Car quotes of F. */
export function quoteMotorFourWheeler(client: FizzbuzzClient, tools: AdapterTools): QuoteLine<'motor-four-wheeler'> {
  return async (request, signal) => {
    const params = toFizzbuzz(request);
    if (!params.ok) return declined(params.error);
    const result = await client.call('motor.quotePlans', params.value, signal);
    if (!result.ok) return failed(result.error);
    return fromFizzbuzz(result.value, request, () => stampOffer(tools));
  };
}
