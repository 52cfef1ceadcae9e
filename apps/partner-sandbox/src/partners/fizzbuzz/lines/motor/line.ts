import { addDays, addYears, ok } from '@app/domain';
import { z } from 'zod';
import { motorMagicValue } from '../../../../magic/magic-values.js';
import { checkBody, type Rule, rule } from '../../../../wire/check-body.js';
import { civilDate, FIELD_CODES, ORDER_RULE } from '../../wire-forms.js';
import type { FizzbuzzLine } from '../fizzbuzz-line.js';
import type { MotorRisk } from './rating.js';
import { type MotorParams, motorParams } from './request.js';
import { assessMotor } from './underwriting.js';

/** Errata 12. */
const registeredBeforeStart: Rule = rule(
  z.object({ start: civilDate, registeredOn: civilDate }),
  ({ start, registeredOn }) =>
    registeredOn <= start ? [] : [{ path: ['registeredOn'], code: ORDER_RULE, message: 'after start' }],
);

const toRisk = (params: MotorParams): MotorRisk => ({
  cover: params.cover,
  vehicle: params.modelRef,
  zone: params.rto.zone,
  registrationDate: params.registeredOn,
  startDate: params.start,
  ncbPercent: params.ncbEntitledPct,
  ownerDriverPa: params.paOwner,
});

/** Cars. */
export const motor: FizzbuzzLine = {
  method: 'motor.quotePlans',
  policyLetter: 'M',
  insuresVehicle: true,
  check: (params) => {
    const checked = checkBody(motorParams, [registeredBeforeStart], FIELD_CODES, params);
    if (!checked.ok) return checked;
    const { ref, start, registration, plans } = checked.value;
    const risk = toRisk(checked.value);
    return ok({
      ref,
      period: { from: start, to: addDays(addYears(start, 1), -1) },
      magicValue: motorMagicValue(registration ?? null),
      plans,
      assess: () => plans.map((plan) => ({ plan, assessment: assessMotor(risk, plan) })),
    });
  },
};
