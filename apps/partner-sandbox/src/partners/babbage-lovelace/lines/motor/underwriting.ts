import { decimalFromMinor } from '@app/domain';
import type { XmlContents } from '../../soap.js';
import { amountElement } from '../../wire-forms.js';
import type { Assessment, Change, Reason } from '../babbage-line.js';
import { ageInMonths, type MotorPrice, type MotorRisk, rateMotor } from './rating.js';

const TOO_OLD: Reason = { code: 'BL-101', text: 'Vehicle is 96 months or older' };
const HIGH_VALUE: Reason = { code: 'BL-201', text: 'Catalogue price above 5000000.00' };

const OLDEST_MONTHS = 96;
const HIGHEST_UNREFERRED_PRICE = 500_000_000;

/** A requested value that was out of range. */
function changesOf({ requestedIdv }: MotorRisk, { idv }: MotorPrice): Change[] {
  if (requestedIdv === null || idv === null || requestedIdv === idv) return [];
  const [oldValue, newValue] = [decimalFromMinor(requestedIdv), decimalFromMinor(idv)];
  return [{ elementPath: 'PersVeh/StatedValueAmt', oldValue, newValue }];
}

function lineBusiness(vehicleId: string, { idv, lines, compulsoryDeductible }: MotorPrice): XmlContents {
  const vehicle = {
    '@id': vehicleId,
    ...(idv === null ? {} : { StatedValueAmt: amountElement(idv) }),
    Coverage: lines.map(({ code, amount }) => ({ CoverageCd: code, CurrentTermAmt: amountElement(amount) })),
    Deductible: { DeductibleTypeCd: 'CL', FormatCurrencyAmt: amountElement(compulsoryDeductible) },
  };
  return { PersAutoLineBusiness: { PersVeh: vehicle } };
}

/** Rules and price of a car (rating.md §4.1). */
export function assessMotor(risk: MotorRisk, vehicleId: string): Assessment {
  if (ageInMonths(risk) >= OLDEST_MONTHS) return { decline: TOO_OLD };
  const price = rateMotor(risk);
  return {
    decline: null,
    referrals: risk.vehicle.exShowroomPriceMinor > HIGHEST_UNREFERRED_PRICE ? [HIGH_VALUE] : [],
    changes: changesOf(risk, price),
    leftOut: price.leftOut,
    price,
    lineBusiness: lineBusiness(vehicleId, price),
  };
}
