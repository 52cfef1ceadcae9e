import { z } from 'zod';
import { masterCode } from '../../../../wire/check-body.js';
import { OFFICE_OF_RTO, VEHICLE_OF_MODEL } from '../../master-codes.js';
import { flag, mobile, pin, wireDate } from '../../wire-forms.js';
import { BUNDLES, CLASSES, COVERS, NCB_FRACTIONS } from './codes.js';

/** A plate as C writes it, one blank between the parts: `MH 12 AB 1234`, `MH 12 1234`, `22 BH 1234 AA`. */
const PLATE = /^[A-Z]{2} \d{1,2}( [A-Z]{1,3})? \d{1,4}$|^\d{2} BH \d{4} [A-Z]{1,2}$/;

/** The single fields, for the rules that need only some of them. */
export const motorClass = z.enum(CLASSES);
export const cover = z.enum(COVERS);
export const bundle = z.enum(BUNDLES);
export const modelKey = masterCode(VEHICLE_OF_MODEL, 'model', 'C-VAL-003');

/** The body of a motor quote; dates come out as `YYYY-MM-DD`, plates without blanks (partners.md C.2). */
export const motorRequest = z.object({
  request_ref: z.string().max(64),
  class: motorClass,
  cover,
  start_date: wireDate,
  vehicle: z.object({
    model_key: modelKey,
    rto: masterCode(OFFICE_OF_RTO, 'rto', 'C-VAL-005'),
    reg_no: z
      .string()
      .regex(PLATE, 'expected MH 12 AB 1234')
      .transform((plate) => plate.replaceAll(' ', ''))
      .nullable(),
    reg_date: wireDate,
  }),
  ncb_entitled: z.literal(NCB_FRACTIONS),
  prior: z.object({ expiry_date: wireDate, claims: z.int().min(0) }).nullable(),
  bundle,
  pa_owner: flag,
  proposer: z.object({ dob: wireDate, pin, mobile: mobile.nullish() }),
});

export type MotorRequest = z.infer<typeof motorRequest>;

/** The order in which C looks at the fields. */
export const FIELD_ORDER = [
  'request_ref',
  'class',
  'cover',
  'start_date',
  'vehicle.model_key',
  'vehicle.rto',
  'vehicle.reg_no',
  'vehicle.reg_date',
  'ncb_entitled',
  'prior.expiry_date',
  'prior.claims',
  'bundle',
  'pa_owner',
  'proposer.dob',
  'proposer.pin',
  'proposer.mobile',
] as const;
