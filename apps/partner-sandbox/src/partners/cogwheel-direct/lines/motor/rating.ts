import { completedMonths } from '@app/domain';
import type { Rto, Vehicle } from '@app/product-lines';
import { pct, rupee, sum } from '../../../../rating/arithmetic.js';
import { compulsoryDeductible, liabilityPremium } from '../../../../rating/motor-tables.js';
import type { Bundle, Cover } from './codes.js';
import { BUNDLE_TARIFFS, insuredValue, OWNER_DRIVER_PA, ownDamageRate, TAXES } from './tariff.js';

/** What C rates. Dates `YYYY-MM-DD`. */
export interface MotorRisk {
  readonly cover: Cover;
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  /** The slab that the client says the customer is entitled to, percent. */
  readonly ncbPercent: number;
  readonly priorClaims: number;
  readonly bundle: Bundle;
  readonly ownerDriverPa: boolean;
}

export interface PriceLine {
  readonly k: string;
  readonly minor: number;
}

/** Amounts in paise. */
export interface MotorPrice {
  /** Null for third-party cover, which insures no value. */
  readonly idv: number | null;
  readonly lines: readonly PriceLine[];
  readonly net: number;
  readonly tax: readonly { readonly k: string; readonly pct: number; readonly minor: number }[];
  readonly rounding: number;
  readonly premium: number;
  readonly compulsoryExcess: number;
}

export const ageInMonths = (risk: Pick<MotorRisk, 'registrationDate' | 'startDate'>): number =>
  completedMonths(risk.registrationDate, risk.startDate);

const line = (k: string, minor: number): PriceLine => ({ k, minor });
const isWorthALine = ({ minor }: PriceLine): boolean => minor !== 0;

function bundleAmount({ vehicle, bundle }: MotorRisk, idv: number): number {
  const tariff = BUNDLE_TARIFFS[vehicle.vehicleClass][bundle];
  return tariff === undefined ? 0 : pct(idv, tariff.shareOfIdv) + tariff.fixed;
}

function ownDamageLines(risk: MotorRisk, idv: number): PriceLine[] {
  const ownDamage = pct(idv, ownDamageRate(risk.vehicle, risk.zone));
  return [
    line('own_damage', ownDamage),
    line('ncb', -pct(ownDamage, 100 * risk.ncbPercent)),
    line(`bundle_${risk.bundle}`, bundleAmount(risk, idv)),
  ].filter(isWorthALine);
}

const liabilityLines = ({ vehicle, ownerDriverPa }: MotorRisk): PriceLine[] => [
  line('third_party', liabilityPremium(vehicle)),
  ...(ownerDriverPa ? [line('pa_owner', OWNER_DRIVER_PA)] : []),
];

/** C's price, to the paisa (rating.md §5.1). */
export function rateMotor(risk: MotorRisk): MotorPrice {
  const idv = risk.cover === 'tp' ? null : insuredValue(risk.vehicle, ageInMonths(risk));
  const lines = [
    ...(idv === null ? [] : ownDamageLines(risk, idv)),
    ...(risk.cover === 'od' ? [] : liabilityLines(risk)),
  ];
  const net = sum(lines.map(({ minor }) => minor));
  const tax = TAXES.map((half) => ({ ...half, minor: pct(net, 100 * half.pct) }));
  const gross = net + sum(tax.map(({ minor }) => minor));
  const premium = rupee(gross);
  const compulsoryExcess = idv === null ? 0 : compulsoryDeductible(risk.vehicle);
  return { idv, lines, net, tax, rounding: premium - gross, premium, compulsoryExcess };
}
