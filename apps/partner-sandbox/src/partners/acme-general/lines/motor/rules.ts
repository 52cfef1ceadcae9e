import { completedMonths } from '@app/domain';
import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { CODE_OF_FUEL } from '../../master-codes.js';
import { bornBeforeStart } from '../../rules.js';
import { civilDate } from '../../wire-forms.js';
import { CLASS_OF_PRODUCT } from './codes.js';
import { idvRange } from './rating.js';
import { coverage, fuel, modelCode, product, registrationNumber } from './request.js';
import { VOLUNTARY_DEDUCTIBLES } from './tariff.js';

/** What fields of a motor quote must be to each other (partners.md A.2, errata 1, 11, 12). */

const fault = (pointer: string, code: string, message: string): Problem => ({
  path: pointer.split('/').slice(1),
  code,
  message,
});

const plateOrNew = rule(
  z.object({ proposal: z.object({ vehicle: z.object({ registrationNumber, isNew: z.boolean().nullish() }) }) }),
  ({ proposal: { vehicle } }) =>
    vehicle.registrationNumber || vehicle.isNew
      ? []
      : [fault('/proposal/vehicle/registrationNumber', 'REQUIRED', 'Null only for a new vehicle')],
);

const modelOfProduct = rule(
  z.object({ product, proposal: z.object({ vehicle: z.object({ modelCode }) }) }),
  ({ product, proposal: { vehicle } }) =>
    vehicle.modelCode.vehicleClass === CLASS_OF_PRODUCT[product]
      ? []
      : [fault('/proposal/vehicle/modelCode', 'PRODUCT_MISMATCH', `Not a model of ${product}`)],
);

const fuelOfModel = rule(
  z.object({ proposal: z.object({ vehicle: z.object({ modelCode, fuel }) }) }),
  ({ proposal: { vehicle } }) =>
    CODE_OF_FUEL[vehicle.modelCode.fuelType] === vehicle.fuel
      ? []
      : [fault('/proposal/vehicle/fuel', 'FUEL_MISMATCH', "Not the model's fuel")],
);

const registeredBeforeStart = rule(
  z.object({ proposal: z.object({ inceptionDate: civilDate, vehicle: z.object({ firstRegistered: civilDate }) }) }),
  ({ proposal: { inceptionDate, vehicle } }) =>
    vehicle.firstRegistered <= inceptionDate
      ? []
      : [fault('/proposal/vehicle/firstRegistered', 'DATE_ORDER', 'Registered after inception')],
);

const part = z.unknown().optional();

const previousCoverIsWhole = rule(
  z.object({ proposal: z.object({ noClaim: part, expiringPolicy: part }) }),
  ({ proposal: { noClaim, expiringPolicy } }) => {
    const [hasNoClaim, hasExpiring] = [noClaim, expiringPolicy].map((part) => (part ?? null) !== null);
    if (hasNoClaim === hasExpiring) return [];
    const missing = hasNoClaim ? 'expiringPolicy' : 'noClaim';
    return [fault(`/proposal/${missing}`, 'REQUIRED', 'noClaim and expiringPolicy are both present or both null')];
  },
);

const deductibleOnOffer = rule(
  z.object({ product, proposal: z.object({ voluntaryDeductible: z.int() }) }),
  ({ product, proposal }) => {
    const offered = VOLUNTARY_DEDUCTIBLES[CLASS_OF_PRODUCT[product]].map(({ deductible }) => deductible);
    return offered.includes(proposal.voluntaryDeductible)
      ? []
      : [fault('/proposal/voluntaryDeductible', 'NOT_OFFERED', `Allowed: ${offered.join(', ')}`)];
  },
);

const idvWithinRange = rule(
  z.object({
    proposal: z.object({
      coverage: coverage.exclude(['LIABILITY']),
      inceptionDate: civilDate,
      vehicle: z.object({ modelCode, firstRegistered: civilDate }),
      insuredValue: z.int(),
    }),
  }),
  ({ proposal: { inceptionDate, vehicle, insuredValue } }) => {
    const months = completedMonths(vehicle.firstRegistered, inceptionDate);
    const { minimum, maximum } = idvRange(vehicle.modelCode, months);
    return insuredValue >= minimum && insuredValue <= maximum
      ? []
      : [fault('/proposal/insuredValue', 'IDV_OUT_OF_RANGE', `Allowed: ${minimum} to ${maximum}`)];
  },
);

export const MOTOR_RULES: readonly Rule[] = [
  plateOrNew,
  modelOfProduct,
  fuelOfModel,
  registeredBeforeStart,
  bornBeforeStart,
  previousCoverIsWhole,
  deductibleOnOffer,
  idvWithinRange,
];
