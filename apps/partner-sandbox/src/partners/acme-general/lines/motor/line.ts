import { ok } from '@app/domain';
import { motorMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { AcmeLine } from '../acme-line.js';
import type { MotorProduct } from './codes.js';
import type { MotorRisk } from './rating.js';
import { type MotorRequest, motorRequest } from './request.js';
import { MOTOR_RULES } from './rules.js';
import { assessMotor } from './underwriting.js';

function previousCover({ noClaim, expiringPolicy }: MotorRequest['proposal']): MotorRisk['previous'] {
  if (!noClaim || !expiringPolicy) return null;
  return {
    ncbPercent: noClaim.previousPercent,
    claims: noClaim.claimsInExpiringPolicy,
    expiryDate: expiringPolicy.expiryDate,
  };
}

const toRisk = ({ proposal }: MotorRequest): MotorRisk => ({
  coverage: proposal.coverage,
  vehicle: proposal.vehicle.modelCode,
  zone: proposal.vehicle.rto.zone,
  registrationDate: proposal.vehicle.firstRegistered,
  startDate: proposal.inceptionDate,
  previous: previousCover(proposal),
  requestedIdv: proposal.insuredValue ?? null,
  voluntaryDeductible: proposal.voluntaryDeductible,
  addOns: proposal.addOns,
  ownerDriverPa: proposal.ownerDriverPa,
});

const motorLine = (product: MotorProduct, policyLetters: string): AcmeLine => ({
  product,
  policyLetters,
  insuresVehicle: true,
  check: (body) => {
    const checked = checkBody(motorRequest, MOTOR_RULES, FIELD_CODES, body);
    if (!checked.ok) return checked;
    const { partnerReference, proposal } = checked.value;
    return ok({
      partnerReference,
      inceptionDate: proposal.inceptionDate,
      years: 1,
      magicValue: motorMagicValue(proposal.vehicle.registrationNumber ?? null),
      assess: () => assessMotor(toRisk(checked.value)),
    });
  },
});

export const privateCar = motorLine('PRIVATE_CAR', 'PC');
export const twoWheeler = motorLine('TWO_WHEELER', 'TW');
