import { addDays, addYears, ok } from '@app/domain';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { FizzbuzzLine } from '../fizzbuzz-line.js';
import type { TravelRisk } from './rating.js';
import { type TravelParams, travelParams } from './request.js';
import { TRAVEL_RULES } from './rules.js';
import { assessTravel } from './underwriting.js';

const toRisk = ({ start, end, annual, countries, travellers }: TravelParams): TravelRisk => ({
  start,
  end: annual ? null : (end ?? null),
  countries,
  travellers,
});

/** The trip, or a year. */
const periodOf = ({ start, end }: TravelRisk) => ({ from: start, to: end ?? addDays(addYears(start, 1), -1) });

export const travel: FizzbuzzLine = {
  method: 'travel.quotePlans',
  policyLetter: 'T',
  insuresVehicle: false,
  check: (params) => {
    const checked = checkBody(travelParams, TRAVEL_RULES, FIELD_CODES, params);
    if (!checked.ok) return checked;
    const { ref, postcode, plans } = checked.value;
    const risk = toRisk(checked.value);
    return ok({
      ref,
      period: periodOf(risk),
      magicValue: pincodeMagicValue(postcode),
      plans,
      assess: () => plans.map((plan) => ({ plan, assessment: assessTravel(risk, plan) })),
    });
  },
};
