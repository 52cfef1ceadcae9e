import type { CanonicalRequest } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { unsupported } from '@app/partner-kit';
import { registrationParts } from '@app/product-lines';
import { BUNDLES, COVERS, isInBundles, MODEL_KEYS, NCB_FRACTIONS, RTO_CODES } from './cross-walk.js';
import type { CogwheelBundle, CogwheelMotorRequest } from './wire.js';

type Risk = CanonicalRequest['risk'];

/** `2026-12-01` → `01/12/2026`. */
const dayFirst = (date: string): string => date.split('-').reverse().join('/');

const spaced = (registrationNumber: string): string => registrationParts(registrationNumber).join(' ');

/** The smallest bundle that holds every wish that any bundle holds; third-party cover has none (errata 17). */
function bundleFor({ coverType, addOns }: Risk): CogwheelBundle {
  if (coverType === 'THIRD_PARTY') return 'none';
  const wishes = addOns.filter(isInBundles);
  const smallest = BUNDLES.find((bundle) => wishes.every((addOn) => bundle.addOns.includes(addOn)));
  return smallest?.bundle ?? 'none';
}

function vehicle(risk: Risk, modelKey: string, rto: string): CogwheelMotorRequest['vehicle'] {
  return {
    model_key: modelKey,
    rto,
    reg_no: risk.registrationNumber ? spaced(risk.registrationNumber) : null,
    reg_date: dayFirst(risk.registrationDate),
  };
}

function prior({ previousPolicy }: Risk): CogwheelMotorRequest['prior'] {
  if (previousPolicy === null) return null;
  return { expiry_date: dayFirst(previousPolicy.expiryDate), claims: previousPolicy.claimCount };
}

/** A canonical request in C's words; a decline for what C does not know. */
export function toCogwheelDirect(request: CanonicalRequest): Result<CogwheelMotorRequest, Decline> {
  const { requestId, proposer, risk } = request;
  const modelKey = MODEL_KEYS.get(risk.vehicleId);
  const rto = RTO_CODES.get(risk.rtoCode);
  if (modelKey === undefined) return refused(unsupported('Cogwheel Direct does not insure this model'));
  if (rto === undefined) return refused(unsupported('Cogwheel Direct does not insure cars registered at this office'));
  return ok({
    request_ref: requestId,
    class: 'car',
    cover: COVERS[risk.coverType],
    start_date: dayFirst(risk.policyStartDate),
    vehicle: vehicle(risk, modelKey, rto),
    ncb_entitled: NCB_FRACTIONS[risk.entitledNcbPercent],
    prior: prior(risk),
    bundle: bundleFor(risk),
    pa_owner: risk.addOns.includes('PA_OWNER_DRIVER') ? 'Y' : 'N',
    // The mobile number is optional there, so it is not given away for a price.
    proposer: { dob: dayFirst(proposer.dateOfBirth), pin: proposer.pincode },
  });
}
