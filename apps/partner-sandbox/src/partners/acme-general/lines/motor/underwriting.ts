import { addDays } from '@app/domain';
import type { Assessment, Reason } from '../acme-line.js';
import { ageInMonths, type MotorPrice, type MotorRisk, rateMotor } from './rating.js';
import { GST_SHARE } from './tariff.js';

const TOO_OLD: Reason = { code: 'AG-D01', message: 'Vehicle is 180 months or older' };
const HIGH_VALUE: Reason = { code: 'AG-R01', message: 'Insured value above ₹15,00,000' };
const BREAK_IN: Reason = { code: 'AG-R02', message: 'Previous policy has lapsed: inspection needed' };

const OLDEST_MONTHS = 180;
const HIGHEST_UNREFERRED_IDV = 150_000_000;

/** Step 10; liability cover is never referred. */
function referralsOf({ previous, startDate }: MotorRisk, { idv }: MotorPrice): Reason[] {
  if (idv === null) return [];
  const lapsed = previous !== null && startDate > addDays(previous.expiryDate, 1);
  return [...(idv.applied > HIGHEST_UNREFERRED_IDV ? [HIGH_VALUE] : []), ...(lapsed ? [BREAK_IN] : [])];
}

const answerMembers = (price: MotorPrice, voluntary: number): Readonly<Record<string, unknown>> => ({
  premium: {
    currency: 'INR',
    lines: price.lines,
    net: price.net,
    taxes: [{ code: 'GST', rateBp: GST_SHARE, amount: price.gst }],
    total: price.total,
  },
  ...(price.idv === null ? {} : { insuredValue: price.idv }),
  deductible: { compulsory: price.compulsoryDeductible, voluntary },
  unavailableAddOns: price.unavailableAddOns,
});

/** Rules and price of a motor risk (rating.md §3.1). */
export function assessMotor(risk: MotorRisk): Assessment {
  if (ageInMonths(risk) >= OLDEST_MONTHS) return { decline: TOO_OLD };
  const price = rateMotor(risk);
  return {
    decline: null,
    referrals: referralsOf(risk, price),
    totalMinor: price.total,
    members: answerMembers(price, risk.voluntaryDeductible),
  };
}
