import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { unsupported } from '@app/partner-kit';
import { COVERS, MODEL_REFS, RTO_CODES } from './cross-walk.js';
import { type FizzbuzzMotorParams, MOTOR_PLANS } from './wire.js';

export type CarRequest = CanonicalRequestOf<'motor-four-wheeler'>;

/** A canonical request in F's words, for all its plans; a decline for what F does not know or sell. */
export function toFizzbuzz({ requestId, proposer, risk }: CarRequest): Result<FizzbuzzMotorParams, Decline> {
  const modelRef = MODEL_REFS.get(risk.vehicleId);
  const rto = RTO_CODES.get(risk.rtoCode);
  const cover = COVERS[risk.coverType];
  if (modelRef === undefined) return refused(unsupported('Fizzbuzz does not insure this model'));
  if (rto === undefined) return refused(unsupported('Fizzbuzz does not insure cars registered at this office'));
  if (cover === undefined) return refused(unsupported('Fizzbuzz does not sell third-party cover alone'));
  return ok({
    ref: requestId,
    start: risk.policyStartDate,
    cover,
    modelRef,
    rto,
    registration: risk.registrationNumber ?? null,
    registeredOn: risk.registrationDate,
    ncbEntitledPct: risk.entitledNcbPercent,
    paOwner: risk.addOns.includes('PA_OWNER_DRIVER'),
    postcode: proposer.pincode,
    plans: MOTOR_PLANS,
  });
}
