import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { FIELD_CODES, wireDate } from '../../wire-forms.js';
import { VEHICLE_CLASS } from './codes.js';
import { bundle, cover, type FIELD_ORDER, modelKey, motorClass } from './request.js';

/** What fields of a motor quote must be to each other (partners.md C.2, errata 5, 12). */

const fault = (field: (typeof FIELD_ORDER)[number], code: string, message: string): Problem => ({
  path: field.split('.'),
  code,
  message,
});

const modelOfClass = rule(
  z.object({ class: motorClass, vehicle: z.object({ model_key: modelKey }) }),
  ({ class: motorClass, vehicle }) =>
    vehicle.model_key.vehicleClass === VEHICLE_CLASS[motorClass]
      ? []
      : [fault('vehicle.model_key', 'C-VAL-003', `not a ${motorClass}`)],
);

const registeredBeforeStart = rule(
  z.object({ start_date: wireDate, vehicle: z.object({ reg_date: wireDate }) }),
  ({ start_date, vehicle }) =>
    vehicle.reg_date <= start_date ? [] : [fault('vehicle.reg_date', FIELD_CODES.range, 'after start_date')],
);

const bornBeforeStart = rule(
  z.object({ start_date: wireDate, proposer: z.object({ dob: wireDate }) }),
  ({ start_date, proposer }) =>
    proposer.dob <= start_date ? [] : [fault('proposer.dob', FIELD_CODES.range, 'after start_date')],
);

const bundleOfClass = rule(z.object({ class: motorClass, bundle }), ({ class: motorClass, bundle }) =>
  motorClass === 'bike' && bundle === 'max' ? [fault('bundle', 'C-VAL-017', 'max is not sold for bikes')] : [],
);

const bundleOfCover = rule(z.object({ cover, bundle }), ({ cover, bundle }) =>
  cover === 'tp' && bundle !== 'none' ? [fault('bundle', 'C-VAL-018', 'tp requires bundle none')] : [],
);

export const MOTOR_RULES: readonly Rule[] = [
  modelOfClass,
  registeredBeforeStart,
  bornBeforeStart,
  bundleOfClass,
  bundleOfCover,
];
