import { completedMonths } from '@app/domain';
import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { CODE_OF_FUEL } from '../../master-codes.js';
import { FIELD_CODES, flag, wireAmount, wireDate } from '../../wire-forms.js';
import { CLASS_OF_CODE, NEW_VEHICLE } from './codes.js';
import { cover, fuel, idv, type MotorRequest, plateParts, vehicle, vehicleClass } from './request.js';
import { insuredValue, NIL_DEP_ENDS_MONTHS } from './tariff.js';

/** What fields of a motor quote must be to each other (partners.md D.2, D.5, errata 1, 12). */

const fault = (field: keyof MotorRequest, code: string): Problem => ({ path: [field], code, message: code });

const modelOfClass = rule(z.object({ veh_cls: vehicleClass, mmv_cd: vehicle }), ({ veh_cls, mmv_cd }) =>
  mmv_cd.vehicleClass === CLASS_OF_CODE[veh_cls] ? [] : [fault('mmv_cd', 'E05')],
);

/** All parts but the series, or `NEW` and none of them. */
const plateIsWhole = rule(z.object(plateParts), ({ regn1, ...others }) => {
  if (regn1 !== NEW_VEHICLE)
    return (['regn2', 'regn4'] as const)
      .filter((part) => others[part] === undefined)
      .map((part) => fault(part, FIELD_CODES.missing));
  return (['regn2', 'regn3', 'regn4'] as const)
    .filter((part) => others[part] !== undefined)
    .map((part) => fault(part, 'E14'));
});

const registeredBeforeStart = rule(z.object({ regn_dt: wireDate, pol_start: wireDate }), ({ regn_dt, pol_start }) =>
  regn_dt <= pol_start ? [] : [fault('regn_dt', FIELD_CODES.range)],
);

const given = z.unknown().optional();

/** Who had a policy says all of it. */
const previousCoverIsWhole = rule(z.object({ prev_exp: given, prev_ncb: given, claim_yn: given }), (previous) => {
  const fields = ['prev_exp', 'prev_ncb', 'claim_yn'] as const;
  const missing = fields.filter((field) => previous[field] === undefined);
  return missing.length === fields.length ? [] : missing.map((field) => fault(field, FIELD_CODES.missing));
});

const fuelOfModel = rule(z.object({ mmv_cd: vehicle, fuel_cd: fuel }), ({ mmv_cd, fuel_cd }) =>
  CODE_OF_FUEL[mmv_cd.fuelType] === fuel_cd ? [] : [fault('fuel_cd', 'E15')],
);

/** Liability cover insures no value and has no nil depreciation: D does not look at what is said of them. */
const valued = z.object({ cvr: cover.exclude(['L']), regn_dt: wireDate, pol_start: wireDate });

const idvIsOwn = rule(valued.extend({ mmv_cd: vehicle, idv }), ({ mmv_cd, regn_dt, pol_start, idv }) => {
  const own = insuredValue(mmv_cd, completedMonths(regn_dt, pol_start));
  return idv === own ? [] : [{ ...fault('idv', 'E21'), acceptable: wireAmount(own) }];
});

const nilDepOfYoungVehicle = rule(valued.extend({ nil_dep: flag }), ({ regn_dt, pol_start, nil_dep }) =>
  nil_dep === 'Y' && completedMonths(regn_dt, pol_start) >= NIL_DEP_ENDS_MONTHS ? [fault('nil_dep', 'E33')] : [],
);

export const MOTOR_RULES: readonly Rule[] = [
  modelOfClass,
  plateIsWhole,
  registeredBeforeStart,
  previousCoverIsWhole,
  fuelOfModel,
  idvIsOwn,
  nilDepOfYoungVehicle,
];
