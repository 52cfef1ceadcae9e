import { ok } from '@app/domain';
import { checkBody } from '../../../../wire/check-body.js';
import { firstProblem } from '../../../../wire/first-problem.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { DakLine } from '../dak-line.js';
import { NCB_OF_LETTER } from './codes.js';
import type { MotorRisk } from './rating.js';
import { FIELD_ORDER, type MotorRequest, motorRequest } from './request.js';
import { MOTOR_RULES } from './rules.js';
import { assessMotor } from './underwriting.js';

function previousCover({ prev_exp, prev_ncb, claim_yn }: MotorRequest): MotorRisk['previous'] {
  if (prev_exp === undefined || prev_ncb === undefined) return null;
  return { ncbPercent: NCB_OF_LETTER[prev_ncb], claims: Number(claim_yn), expiryDate: prev_exp };
}

const toRisk = (request: MotorRequest): MotorRisk => ({
  cover: request.cvr,
  vehicle: request.mmv_cd,
  zone: request.rto_cd.zone,
  registrationDate: request.regn_dt,
  startDate: request.pol_start,
  previous: previousCover(request),
  nilDep: request.nil_dep === 'Y',
  roadsideAssistance: request.rsa === 'Y',
  ownerDriverPa: request.pa_own === 'Y',
});

/** Cars and two-wheelers. */
export const motor: DakLine = {
  check: (form) => {
    const checked = firstProblem(checkBody(motorRequest, MOTOR_RULES, FIELD_CODES, form), FIELD_ORDER);
    if (!checked.ok) return checked;
    const request = checked.value;
    return ok({
      transactionReference: request.txn_ref,
      startDate: request.pol_start,
      policyLetters: request.veh_cls,
      magicValue: request.regn4 === undefined ? null : Number(request.regn4),
      assess: () => assessMotor(toRisk(request)),
    });
  },
};
