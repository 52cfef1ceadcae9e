import { completedMonths } from '@app/domain';
import type { Rto, Vehicle } from '@app/product-lines';
import { pct, roundHalfUp, rupee, sum } from '../../../../rating/arithmetic.js';
import { compulsoryDeductible, liabilityPremium, ownDamageBand, tariffIdv } from '../../../../rating/motor-tables.js';
import { type ExpiringCover, entitledNcb } from '../../../../rating/no-claims-bonus.js';
import { type AddOnOutcome, priceAddOn } from './add-ons.js';
import type { AddOn, Coverage } from './codes.js';
import {
  BIFUEL_LOADING,
  GST_SHARE,
  OD_DISCOUNT,
  OWNER_DRIVER_PA,
  ownDamageRate,
  VOLUNTARY_DEDUCTIBLES,
} from './tariff.js';

/** What A rates. Dates `YYYY-MM-DD`, amounts in paise. */
export interface MotorRisk {
  readonly coverage: Coverage;
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  readonly previous: ExpiringCover | null;
  readonly requestedIdv: number | null;
  readonly voluntaryDeductible: number;
  readonly addOns: readonly AddOn[];
  readonly ownerDriverPa: boolean;
}

export interface PriceLine {
  readonly code: string;
  readonly amount: number;
}

export interface IdvRange {
  readonly recommended: number;
  readonly minimum: number;
  readonly maximum: number;
}

export interface MotorPrice {
  readonly lines: readonly PriceLine[];
  readonly net: number;
  readonly gst: number;
  readonly total: number;
  /** Null for liability cover, which insures no value. */
  readonly idv: (IdvRange & { readonly applied: number }) | null;
  readonly compulsoryDeductible: number;
  readonly unavailableAddOns: readonly { readonly code: AddOn; readonly reason: string }[];
}

export const ageInMonths = (risk: Pick<MotorRisk, 'registrationDate' | 'startDate'>): number =>
  completedMonths(risk.registrationDate, risk.startDate);

/** Step 2: what A would insure the vehicle for. */
export function idvRange(vehicle: Vehicle, months: number): IdvRange {
  const recommended = tariffIdv(vehicle, months);
  return { recommended, minimum: rupee(pct(recommended, 9000)), maximum: rupee(pct(recommended, 11_000)) };
}

const line = (code: string, amount: number): PriceLine => ({ code, amount });
const isWorthALine = ({ amount }: PriceLine): boolean => amount !== 0;

function deductibleDiscount({ vehicle, voluntaryDeductible }: MotorRisk, ownDamage: number): number {
  const offer = VOLUNTARY_DEDUCTIBLES[vehicle.vehicleClass].find(
    ({ deductible }) => deductible === voluntaryDeductible,
  );
  return offer === undefined ? 0 : Math.min(pct(ownDamage, offer.share), offer.cap);
}

/** Steps 3 to 7. */
function ownDamageLines(risk: MotorRisk, idv: number): PriceLine[] {
  const { vehicle, zone, previous, startDate } = risk;
  const rate = ownDamageRate(zone, vehicle.vehicleClass, ownDamageBand(vehicle), ageInMonths(risk));
  const basic = roundHalfUp(BigInt(idv) * BigInt(rate), 100_000n);
  const runsOnGas = vehicle.fuelType === 'CNG' || vehicle.fuelType === 'LPG';
  const bifuel = runsOnGas ? pct(basic, BIFUEL_LOADING) : 0;
  const discount = pct(basic + bifuel, OD_DISCOUNT[vehicle.vehicleClass][zone]);
  const voluntary = deductibleDiscount(risk, basic + bifuel - discount);
  const noClaims = pct(basic + bifuel - discount - voluntary, 100 * entitledNcb(previous, startDate));
  return [
    line('OD_BASIC', basic),
    line('OD_BIFUEL', bifuel),
    line('OD_DISCOUNT', -discount),
    line('VOLUNTARY_DEDUCTIBLE_DISCOUNT', -voluntary),
    line('NCB_DISCOUNT', -noClaims),
  ].filter(isWorthALine);
}

/** Step 9, for the covers that include liability. */
const liabilityLines = ({ vehicle, ownerDriverPa }: MotorRisk): PriceLine[] => [
  line('TP_BASIC', liabilityPremium(vehicle)),
  ...(ownerDriverPa ? [line('PA_OWNER_DRIVER', OWNER_DRIVER_PA)] : []),
];

function insuredValue(risk: MotorRisk): MotorPrice['idv'] {
  if (risk.coverage === 'LIABILITY') return null;
  const range = idvRange(risk.vehicle, ageInMonths(risk));
  return { ...range, applied: risk.requestedIdv ?? range.recommended };
}

/** A's price, to the paisa (rating.md §3.1, steps 2 to 9). */
export function rateMotor(risk: MotorRisk): MotorPrice {
  const idv = insuredValue(risk);
  const outcomes: AddOnOutcome[] = [...new Set(risk.addOns)].map((code) =>
    priceAddOn(code, risk.vehicle.vehicleClass, ageInMonths(risk), idv?.applied ?? null),
  );
  const lines = [
    ...(idv === null ? [] : ownDamageLines(risk, idv.applied)),
    ...outcomes.flatMap(({ code, amount }) => (amount === null ? [] : [line(`ADDON_${code}`, amount)])),
    ...(risk.coverage === 'OWN_DAMAGE' ? [] : liabilityLines(risk)),
  ];
  const net = sum(lines.map(({ amount }) => amount));
  const gst = pct(net, GST_SHARE);
  return {
    lines,
    net,
    gst,
    total: net + gst,
    idv,
    compulsoryDeductible: idv === null ? 0 : compulsoryDeductible(risk.vehicle),
    unavailableAddOns: outcomes.flatMap(({ code, reason }) => (reason === null ? [] : [{ code, reason }])),
  };
}
