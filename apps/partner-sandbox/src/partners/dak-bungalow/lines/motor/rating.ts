import { completedMonths } from '@app/domain';
import type { Rto, Vehicle } from '@app/product-lines';
import { pct, roundHalfUp, sum } from '../../../../rating/arithmetic.js';
import { liabilityPremium } from '../../../../rating/motor-tables.js';
import { type ExpiringCover, entitledNcb } from '../../../../rating/no-claims-bonus.js';
import type { Price, PriceLine } from '../dak-line.js';
import type { Cover } from './codes.js';
import {
  ageLoading,
  GST_SHARE,
  insuredValue,
  NIL_DEP_SHARE,
  OD_DISCOUNT,
  OWNER_DRIVER_PA,
  ownDamageRate,
  ROADSIDE_ASSISTANCE,
  rupees,
} from './tariff.js';

/** What D rates. Dates `YYYY-MM-DD`. */
export interface MotorRisk {
  readonly cover: Cover;
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  readonly previous: ExpiringCover | null;
  readonly nilDep: boolean;
  readonly roadsideAssistance: boolean;
  readonly ownerDriverPa: boolean;
}

export const ageInMonths = (risk: Pick<MotorRisk, 'registrationDate' | 'startDate'>): number =>
  completedMonths(risk.registrationDate, risk.startDate);

const line = (description: string, amount: number): PriceLine => ({ description, amount });
const isWorthALine = ({ amount }: PriceLine): boolean => amount !== 0;

function ownDamageLines(risk: MotorRisk, idv: number): PriceLine[] {
  const { vehicle, zone, previous, startDate } = risk;
  const basic = roundHalfUp(BigInt(idv) * BigInt(ownDamageRate(vehicle, zone)), 100_000n);
  const loading = pct(basic, ageLoading(ageInMonths(risk)));
  const discount = pct(basic + loading, OD_DISCOUNT);
  const noClaims = pct(basic + loading - discount, 100 * entitledNcb(previous, startDate));
  return [
    line('BASIC OD', basic),
    line('AGE LOADING', loading),
    line('OD DISCOUNT', -discount),
    line('NCB', -noClaims),
    line('NIL DEP', risk.nilDep ? pct(idv, NIL_DEP_SHARE) : 0),
    line('RSA', risk.roadsideAssistance ? ROADSIDE_ASSISTANCE : 0),
  ].filter(isWorthALine);
}

const liabilityLines = ({ vehicle, ownerDriverPa }: MotorRisk): PriceLine[] => [
  line('BASIC TP', rupees(liabilityPremium(vehicle))),
  ...(ownerDriverPa ? [line('PA OWNER DRIVER', OWNER_DRIVER_PA)] : []),
];

/** D's price: every line is rounded to a whole rupee (rating.md §6). */
export function rateMotor(risk: MotorRisk): Price {
  const idv = risk.cover === 'L' ? null : insuredValue(risk.vehicle, ageInMonths(risk));
  const lines = [
    ...(idv === null ? [] : ownDamageLines(risk, idv)),
    ...(risk.cover === 'O' ? [] : liabilityLines(risk)),
  ];
  const net = sum(lines.map(({ amount }) => amount));
  const gst = pct(net, GST_SHARE);
  return { idv, lines, net, gst, total: net + gst };
}
