import { z } from 'zod';
import { masterCode } from '../../../../wire/check-body.js';
import { FUEL_CODES, OFFICE_OF_RTO, VEHICLE_OF_MMV } from '../../master-codes.js';
import { flag, mobile, pin, transactionReference, wireDate } from '../../wire-forms.js';
import { COVERS, NCB_LETTERS, VEHICLE_CLASSES } from './codes.js';

const platePart = (form: RegExp) => z.string().refine((part) => form.test(part), { params: { code: 'E14' } });

/** The single fields, for the rules that need only some of them. */
export const vehicleClass = z.enum(VEHICLE_CLASSES);
export const cover = z.enum(COVERS);
export const vehicle = z
  .string()
  .regex(/^[A-Z0-9]{10}$/)
  .pipe(masterCode(VEHICLE_OF_MMV, 'MMV', 'E05'));
export const fuel = z.enum(FUEL_CODES);
export const plateParts = {
  regn1: platePart(/^([A-Z]{2}|NEW)$/),
  regn2: platePart(/^\d{2}$/).optional(),
  regn3: platePart(/^[A-Z]{1,3}$/).optional(),
  regn4: platePart(/^\d{4}$/).optional(),
};
export const idv = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The form of `pquote.do`; dates come out as `YYYY-MM-DD`, codes as the masters' entries (partners.md D.2). */
export const motorRequest = z.object({
  txn_ref: transactionReference,
  veh_cls: vehicleClass,
  cvr: cover,
  mmv_cd: vehicle,
  rto_cd: z
    .string()
    .regex(/^\d{5}$/)
    .pipe(masterCode(OFFICE_OF_RTO, 'RTO', 'E07')),
  ...plateParts,
  regn_dt: wireDate,
  pol_start: wireDate,
  prev_exp: wireDate.optional(),
  prev_ncb: z.enum(NCB_LETTERS).optional(),
  claim_yn: z.enum(['0', '1']).optional(),
  fuel_cd: fuel,
  idv: idv.optional(),
  nil_dep: flag,
  rsa: flag,
  pa_own: flag,
  pin,
  mob: mobile.optional(),
});

export type MotorRequest = z.infer<typeof motorRequest>;

/** The order in which D looks at the fields. */
export const FIELD_ORDER = Object.keys(motorRequest.shape);
