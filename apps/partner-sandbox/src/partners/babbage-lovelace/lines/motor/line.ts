import { addDays, addYears, ok } from '@app/domain';
import type { Vehicle } from '@app/product-lines';
import { motorMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { firstProblem } from '../../../../wire/first-problem.js';
import { findVehicle } from '../../master-codes.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { BabbageLine } from '../babbage-line.js';
import { NCB_PERCENT } from './codes.js';
import type { MotorRisk } from './rating.js';
import { FIELD_ORDER, type MotorRequest, motorRequest } from './request.js';
import { MOTOR_RULES } from './rules.js';
import { assessMotor } from './underwriting.js';

function knownVehicle({ ManufacturerCd, ModelCd }: MotorRequest['PersAutoLineBusiness']['PersVeh']): Vehicle {
  const vehicle = findVehicle(ManufacturerCd, ModelCd);
  if (vehicle === undefined) throw new Error('A checked request with an unknown model');
  return vehicle;
}

function toRisk({ PersPolicy, PersAutoLineBusiness }: MotorRequest): MotorRisk {
  const { CoverTypeCd, NCBCd, PersVeh } = PersAutoLineBusiness;
  return {
    cover: CoverTypeCd,
    vehicle: knownVehicle(PersVeh),
    zone: PersVeh.TerritoryCd.zone,
    registrationDate: PersVeh.Registration.RegistrationDt,
    startDate: PersPolicy.ContractTerm.EffectiveDt,
    ncbPercent: NCB_PERCENT[NCBCd],
    requestedIdv: PersVeh.StatedValueAmt?.Amt ?? null,
    coverages: PersVeh.Coverage.map(({ CoverageCd }) => CoverageCd),
  };
}

/** Cars. */
export const motor: BabbageLine = {
  lineOfBusiness: 'AUTOP',
  insuresVehicle: true,
  check: (body) => {
    const checked = firstProblem(checkBody(motorRequest, MOTOR_RULES, FIELD_CODES, body), FIELD_ORDER);
    if (!checked.ok) return checked;
    const { PersPolicy, PersAutoLineBusiness } = checked.value;
    const from = PersPolicy.ContractTerm.EffectiveDt;
    const { '@id': vehicleId, Registration } = PersAutoLineBusiness.PersVeh;
    return ok({
      period: { from, to: addDays(addYears(from, 1), -1) },
      magicValue: motorMagicValue(Registration.RegistrationId ?? null),
      assess: () => assessMotor(toRisk(checked.value), vehicleId),
    });
  },
};
