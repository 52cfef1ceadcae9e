import { ok } from '@app/domain';
import { motorMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { firstProblem } from '../../../../wire/first-problem.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { CogwheelLine } from '../cogwheel-line.js';
import { ncbPercent } from './codes.js';
import type { MotorRisk } from './rating.js';
import { FIELD_ORDER, type MotorRequest, motorRequest } from './request.js';
import { MOTOR_RULES } from './rules.js';
import { assessMotor } from './underwriting.js';

const toRisk = (request: MotorRequest): MotorRisk => ({
  cover: request.cover,
  vehicle: request.vehicle.model_key,
  zone: request.vehicle.rto.zone,
  registrationDate: request.vehicle.reg_date,
  startDate: request.start_date,
  ncbPercent: ncbPercent(request.ncb_entitled),
  priorClaims: request.prior?.claims ?? 0,
  bundle: request.bundle,
  ownerDriverPa: request.pa_owner === 'Y',
});

/** Cars and bikes. */
export const motor: CogwheelLine = {
  quotePath: '/v2/motor/quote',
  quoteLetters: 'CGQ',
  insuresVehicle: true,
  check: (body) => {
    const checked = firstProblem(checkBody(motorRequest, MOTOR_RULES, FIELD_CODES, body), FIELD_ORDER);
    if (!checked.ok) return checked;
    const request = checked.value;
    return ok({
      requestRef: request.request_ref,
      startDate: request.start_date,
      years: 1,
      magicValue: motorMagicValue(request.vehicle.reg_no),
      assess: () => assessMotor(toRisk(request)),
    });
  },
};
