import { REGISTRATION_NUMBER } from '@app/product-lines';
import { z } from 'zod';
import { NCB_SLABS } from '../../../../rating/no-claims-bonus.js';
import { masterCode } from '../../../../wire/check-body.js';
import { OFFICE_OF_RTO, VEHICLE_OF_MODEL } from '../../master-codes.js';
import { civilDate, postcode, UNKNOWN_RULE, wishedPlans } from '../../wire-forms.js';
import { COVERS, PLANS } from './codes.js';

/** The params of `motor.quotePlans`; codes come out as the master's entries (partners.md F.2). */
export const motorParams = z.object({
  ref: z.string().max(64),
  start: civilDate,
  cover: z.enum(COVERS),
  modelRef: z
    .int()
    .transform(String)
    .pipe(masterCode(VEHICLE_OF_MODEL, 'model', UNKNOWN_RULE)),
  rto: masterCode(OFFICE_OF_RTO, 'rto', UNKNOWN_RULE),
  registration: z.string().regex(REGISTRATION_NUMBER, 'expected MH12AB1234').nullish(),
  registeredOn: civilDate,
  ncbEntitledPct: z.literal(NCB_SLABS),
  paOwner: z.boolean(),
  postcode,
  plans: wishedPlans(PLANS),
});

export type MotorParams = z.infer<typeof motorParams>;
