import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { unsupported } from '@app/partner-kit';
import type { TermLifeRisk } from '@app/product-lines';
import { dayFirst, yesNo } from '../answer.js';
import { HIGHEST_SUM_ASSURED_MINOR, PAY_MODES, SEXES } from './cross-walk.js';
import type { CogwheelPayMode, CogwheelTermRequest } from './wire.js';

/** The mode in which C takes the premium, or why it sells no such contract. */
function payMode(risk: TermLifeRisk): Result<CogwheelPayMode, Decline> {
  const mode = PAY_MODES[risk.frequency];
  if (mode === undefined) return refused(unsupported('Cogwheel Direct takes premiums once a year or monthly'));
  if (risk.premiumPaymentTermYears !== risk.policyTermYears)
    return refused(unsupported('Cogwheel Direct takes premiums for the whole term'));
  if (risk.sumAssuredMinor > HIGHEST_SUM_ASSURED_MINOR)
    return refused(unsupported('above the highest sum assured of Cogwheel Direct'));
  return ok(mode);
}

/** A canonical request in C's words; a decline for what C does not sell. Income and occupation stay here. */
export function toCogwheelDirect(request: CanonicalRequestOf<'term-life'>): Result<CogwheelTermRequest, Decline> {
  const { requestId, proposer, risk } = request;
  const { life } = risk;
  const mode = payMode(risk);
  if (!mode.ok) return mode;
  return ok({
    request_ref: requestId,
    start_date: dayFirst(risk.policyStartDate),
    life: {
      dob: dayFirst(life.dateOfBirth),
      sex: SEXES[life.gender],
      smoker: yesNo(life.smoker),
      pin: proposer.pincode,
    },
    sum_assured: risk.sumAssuredMinor / 100,
    term_years: risk.policyTermYears,
    pay_mode: mode.value,
  });
}
