import { type Decline, ok, type Result, refused } from '@app/domain';
import { type MotorRequest, unsupported } from '@app/partner-kit';
import { isBhSeries, registrationParts } from '@app/product-lines';
import { printedDate } from '../../printed.js';
import { COVERS, FUELS, MODEL_CODES, NCB_LETTERS, RTO_CODES, VEHICLE_CLASSES } from './cross-walk.js';
import type { DakMotorRequest, YesNo } from './wire.js';

type Risk = MotorRequest['risk'];

const yesNo = (holds: boolean): YesNo => (holds ? 'Y' : 'N');

/** At most 20 letters and digits of a UUID: its end, which is random in every version. */
const txnRef = (requestId: string): string => requestId.replaceAll('-', '').slice(-20);

/** A plate in four fields, padded; a plate without a series leaves the third one empty. */
function plate(registrationNumber: string | null | undefined) {
  if (!registrationNumber) return { regn1: 'NEW', regn2: '', regn3: '', regn4: '' };
  const [state = '', office = '', ...rest] = registrationParts(registrationNumber);
  const [number = '', series = ''] = rest.reverse();
  return { regn1: state, regn2: office.padStart(2, '0'), regn3: series, regn4: number.padStart(4, '0') };
}

/** D computes the entitled bonus itself, from the previous one and the claims. */
function previous({ previousPolicy }: Risk) {
  if (previousPolicy === null) return { prev_exp: '', prev_ncb: '', claim_yn: '' };
  const { expiryDate, ncbPercent, claimCount } = previousPolicy;
  return {
    prev_exp: printedDate(expiryDate),
    prev_ncb: NCB_LETTERS[ncbPercent],
    claim_yn: claimCount > 0 ? '1' : '0',
  };
}

/** The requested value in whole rupees; liability cover insures none. */
const idv = ({ coverType, requestedIdvMinor }: Risk): string =>
  coverType === 'THIRD_PARTY' || requestedIdvMinor === null ? '' : String(Math.round(requestedIdvMinor / 100));

interface DakCodes {
  readonly mmv_cd: string;
  readonly rto_cd: string;
  readonly fuel_cd: string;
}

/** D's codes for the vehicle; a decline for what D does not know or register. */
function codesOf({ vehicleId, rtoCode, fuelType, registrationNumber }: Risk): Result<DakCodes, Decline> {
  const mmv_cd = MODEL_CODES.get(vehicleId);
  const rto_cd = RTO_CODES.get(rtoCode);
  const fuel_cd = FUELS[fuelType];
  if (mmv_cd === undefined || fuel_cd === undefined)
    return refused(unsupported('Dak Bungalow does not insure this model'));
  if (rto_cd === undefined)
    return refused(unsupported('Dak Bungalow does not insure vehicles registered at this office'));
  if (registrationNumber && isBhSeries(registrationNumber))
    return refused(unsupported('Dak Bungalow does not insure vehicles of the BH series'));
  return ok({ mmv_cd, rto_cd, fuel_cd });
}

/** A canonical request in D's words; a decline for what D does not know. */
export function toDakBungalow({
  requestId,
  productLine,
  proposer,
  risk,
}: MotorRequest): Result<DakMotorRequest, Decline> {
  const codes = codesOf(risk);
  if (!codes.ok) return codes;
  const { mmv_cd, rto_cd, fuel_cd } = codes.value;
  return ok({
    txn_ref: txnRef(requestId),
    veh_cls: VEHICLE_CLASSES[productLine],
    cvr: COVERS[risk.coverType],
    mmv_cd,
    rto_cd,
    ...plate(risk.registrationNumber),
    regn_dt: printedDate(risk.registrationDate),
    pol_start: printedDate(risk.policyStartDate),
    ...previous(risk),
    fuel_cd,
    idv: idv(risk),
    nil_dep: yesNo(risk.addOns.includes('ZERO_DEP')),
    rsa: yesNo(risk.addOns.includes('ROADSIDE_ASSIST')),
    pa_own: yesNo(risk.addOns.includes('PA_OWNER_DRIVER')),
    // The mobile number is optional there, so it is not given away for a price.
    pin: proposer.pincode,
  });
}
