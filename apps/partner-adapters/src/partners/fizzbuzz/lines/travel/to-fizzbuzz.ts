import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { unsupported } from '@app/partner-kit';
import { HIGHEST_LIMIT_MINOR, HOME_COUNTRY, LIMIT_CURRENCY } from './cross-walk.js';
import { type FizzbuzzTraveller, type FizzbuzzTravelParams, TRAVEL_PLANS } from './wire.js';

export type TravelRequest = CanonicalRequestOf<'travel'>;
type Risk = TravelRequest['risk'];

/** Why F cannot be asked; undefined when it can. */
function whyUnsupported({ medicalLimit, destinations, travellers }: Risk): string | undefined {
  if (medicalLimit.currency !== LIMIT_CURRENCY) return `Fizzbuzz has medical limits in ${LIMIT_CURRENCY} only`;
  if (medicalLimit.amountMinor > HIGHEST_LIMIT_MINOR) return 'Fizzbuzz has no medical limit as high as this';
  if (destinations.includes(HOME_COUNTRY)) return 'Fizzbuzz does not insure travel within India';
  const isSaid = travellers.every(({ preExisting }) => preExisting !== undefined);
  return isSaid ? undefined : 'Fizzbuzz insures nobody whose conditions are not stated';
}

const traveller = ({ dateOfBirth, preExisting }: Risk['travellers'][number], index: number): FizzbuzzTraveller => ({
  no: index + 1,
  born: dateOfBirth,
  ped: preExisting === true,
});

/** A canonical request in F's words, for all its plans; a decline for what F does not sell. */
export function toFizzbuzz({ requestId, proposer, risk }: TravelRequest): Result<FizzbuzzTravelParams, Decline> {
  const reason = whyUnsupported(risk);
  if (reason !== undefined) return refused(unsupported(reason));
  return ok({
    ref: requestId,
    start: risk.departureDate,
    end: risk.returnDate,
    annual: risk.tripType === 'ANNUAL_MULTI',
    countries: risk.destinations,
    travellers: risk.travellers.map(traveller),
    postcode: proposer.pincode,
    plans: TRAVEL_PLANS,
  });
}
