import { ok } from '@app/domain';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { firstProblem } from '../../../../wire/first-problem.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { BabbageLine } from '../babbage-line.js';
import type { Journey } from './rating.js';
import { FIELD_ORDER, type TravelRequest, travelRequest } from './request.js';
import { TRAVEL_RULES } from './rules.js';
import { assessTravel } from './underwriting.js';

function sumInsured(coverages: TravelRequest['PersTravelLineBusiness']['Coverage']): number {
  const medical = coverages.find((coverage) => coverage.CoverageCd === 'MEDEX');
  if (medical === undefined) throw new Error('A checked request without medical expenses');
  return medical.Limit.FormatCurrencyAmt.Amt;
}

const toJourney = ({ PersTravelLineBusiness: line }: TravelRequest): Journey => ({
  departureDate: line.TripInfo.DepartureDt,
  returnDate: line.TripInfo.ReturnDt,
  countries: line.Destination.map(({ CountryCd }) => CountryCd),
  birthDates: line.Traveler.map(({ PersonInfo }) => PersonInfo.BirthDt),
  sumInsured: sumInsured(line.Coverage),
  adventure: line.Coverage.some(({ CoverageCd }) => CoverageCd === 'ADVENTURE'),
});

/** Journeys abroad. */
export const travel: BabbageLine = {
  lineOfBusiness: 'TRAV',
  insuresVehicle: false,
  check: (body) => {
    const checked = firstProblem(checkBody(travelRequest, TRAVEL_RULES, FIELD_CODES, body), FIELD_ORDER);
    if (!checked.ok) return checked;
    const { TripInfo } = checked.value.PersTravelLineBusiness;
    const { PostalCode } = checked.value.InsuredOrPrincipal.GeneralPartyInfo.Addr;
    return ok({
      period: { from: TripInfo.DepartureDt, to: TripInfo.ReturnDt },
      magicValue: PostalCode === undefined ? null : pincodeMagicValue(PostalCode),
      assess: () => assessTravel(toJourney(checked.value)),
    });
  },
};
