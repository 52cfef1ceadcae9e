import { type Decline, ok, type Result, refused } from '@app/domain';
import { type MotorRequest, unsupported } from '@app/partner-kit';
import { registrationParts } from '@app/product-lines';
import { dayFirst, yesNo } from '../answer.js';
import {
  BUNDLES,
  CLASSES,
  COVERS,
  isInBundles,
  LARGEST_BUNDLES,
  MODEL_KEYS,
  NCB_FRACTIONS,
  RTO_CODES,
} from './cross-walk.js';
import type { CogwheelBundle, CogwheelClass, CogwheelMotorRequest } from './wire.js';

type Risk = MotorRequest['risk'];

const spaced = (registrationNumber: string): string => registrationParts(registrationNumber).join(' ');

/**
 * The smallest bundle that holds every wish that any bundle holds; third-party cover has none, and a bike never more
 * than its largest (errata 17).
 */
function bundleFor({ coverType, addOns }: Risk, vehicleClass: CogwheelClass): CogwheelBundle {
  if (coverType === 'THIRD_PARTY') return 'none';
  const largest = LARGEST_BUNDLES[vehicleClass];
  const wishes = addOns.filter(isInBundles);
  const fitting = BUNDLES.find(
    ({ bundle, addOns: held }) => bundle === largest || wishes.every((wish) => held.includes(wish)),
  );
  return fitting?.bundle ?? largest;
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
export function toCogwheelDirect(request: MotorRequest): Result<CogwheelMotorRequest, Decline> {
  const { requestId, proposer, productLine, risk } = request;
  const vehicleClass = CLASSES[productLine];
  const modelKey = MODEL_KEYS.get(risk.vehicleId);
  const rto = RTO_CODES.get(risk.rtoCode);
  if (modelKey === undefined) return refused(unsupported('Cogwheel Direct does not insure this model'));
  if (rto === undefined)
    return refused(unsupported('Cogwheel Direct does not insure vehicles registered at this office'));
  return ok({
    request_ref: requestId,
    class: vehicleClass,
    cover: COVERS[risk.coverType],
    start_date: dayFirst(risk.policyStartDate),
    vehicle: vehicle(risk, modelKey, rto),
    ncb_entitled: NCB_FRACTIONS[risk.entitledNcbPercent],
    prior: prior(risk),
    bundle: bundleFor(risk, vehicleClass),
    pa_owner: yesNo(risk.addOns.includes('PA_OWNER_DRIVER')),
    // The mobile number is optional there, so it is not given away for a price.
    proposer: { dob: dayFirst(proposer.dateOfBirth), pin: proposer.pincode },
  });
}
