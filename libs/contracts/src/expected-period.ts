import { addDays, addYears, type Offer, type PolicyPeriod } from '@app/domain';
import type { CanonicalRequest } from './canonical-request.js';

const years = (from: string, count: number): PolicyPeriod => ({ from, to: addDays(addYears(from, count), -1) });

/** The days that a policy of this offer covers (partners.md 0.6b), for one whose own answer was lost. */
export function expectedPeriod(request: CanonicalRequest, { cover }: Pick<Offer, 'cover'>): PolicyPeriod {
  switch (request.productLine) {
    case 'motor-four-wheeler':
    case 'motor-two-wheeler':
      return years(request.risk.policyStartDate, 1);
    case 'health':
      // What was offered, which may be less than what was asked.
      return years(request.risk.policyStartDate, 'tenureYears' in cover ? cover.tenureYears : 1);
    case 'travel': {
      const { departureDate: from, returnDate, tripType } = request.risk;
      return tripType === 'ANNUAL_MULTI' ? years(from, 1) : { from, to: returnDate };
    }
    case 'term-life':
      return years(request.risk.policyStartDate, request.risk.policyTermYears);
    default:
      return request satisfies never;
  }
}
