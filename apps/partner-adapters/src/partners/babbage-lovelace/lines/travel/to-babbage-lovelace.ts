import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { nextHigher, unsupported, type XmlElement } from '@app/partner-kit';
import { acord, amount, born, partyAt, preamble } from '../../acord.js';
import { MEDICAL_LIMITS, MOST_DESTINATIONS, OPTION_CODES } from './cross-walk.js';
import type { BabbageTravelQuestion } from './wire.js';

type TravelRequest = CanonicalRequestOf<'travel'>;
type Risk = TravelRequest['risk'];

/** Why B has no offer for a trip, known without asking it; undefined when it may have one. */
function whyUnsupported({ tripType, destinations, medicalLimit }: Risk): string | undefined {
  if (tripType !== 'SINGLE') return 'Babbage & Lovelace insures single trips only';
  if (destinations.length > MOST_DESTINATIONS) return 'Babbage & Lovelace insures trips to ten countries at most';
  if (destinations.includes('IN')) return 'Babbage & Lovelace does not insure trips within India';
  if (medicalLimit.currency !== 'USD') return 'Babbage & Lovelace insures medical expenses in US dollars only';
  return undefined;
}

/** The next higher limit on B's list; undefined for a limit that B does not reach. */
const limitFor = ({ medicalLimit }: Risk): number | undefined => nextHigher(MEDICAL_LIMITS, medicalLimit.amountMinor);

function medicalExpenses(limitMinor: number): XmlElement {
  const limit = acord('FormatCurrencyAmt', [amount(limitMinor), acord('CurCd', 'USD')]);
  return acord('Coverage', [acord('CoverageCd', 'MEDEX'), acord('Limit', [limit])]);
}

function trip({ departureDate, returnDate, destinations, travellers, options }: Risk, limitMinor: number): XmlElement {
  const codes = options.flatMap((option) => OPTION_CODES[option] ?? []);
  return acord('PersTravelLineBusiness', [
    acord('TripInfo', [acord('DepartureDt', departureDate), acord('ReturnDt', returnDate)]),
    ...destinations.map((country) => acord('Destination', [acord('CountryCd', country)])),
    ...travellers.map(({ dateOfBirth }, index) => acord('Traveler', [born(dateOfBirth)], { id: `T${index + 1}` })),
    medicalExpenses(limitMinor),
    ...codes.map((code) => acord('Coverage', [acord('CoverageCd', code)])),
  ]);
}

/** A canonical request in B's words; a decline for what B does not sell. */
export function toBabbageLovelace(request: TravelRequest): Result<BabbageTravelQuestion, Decline> {
  const { requestId, createdAt, proposer, risk } = request;
  const reason = whyUnsupported(risk);
  if (reason !== undefined) return refused(unsupported(reason));
  const medicalLimitMinor = limitFor(risk);
  if (medicalLimitMinor === undefined)
    return refused(unsupported('Babbage & Lovelace insures medical expenses up to 250,000 US dollars'));
  return ok({
    name: 'PersPkgPolicyQuoteInq',
    // A request has one line and one quote here, so its own id makes every repeat the same question.
    rqUid: requestId,
    content: [
      ...preamble(createdAt),
      acord('InsuredOrPrincipal', [partyAt(proposer.pincode)]),
      acord('PersPolicy', [acord('LOBCd', 'TRAV')]),
      trip(risk, medicalLimitMinor),
    ],
    medicalLimitMinor,
  });
}
