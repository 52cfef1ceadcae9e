import { type Decline, ok, type Result, refused } from '@app/domain';
import { type MotorRequest, unsupported } from '@app/partner-kit';
import { registrationParts } from '@app/product-lines';
import { ADD_ON_CODES, COVERAGES, FUELS, MODEL_CODES, PRODUCTS, RTO_CODES } from './cross-walk.js';
import type { AcmeMotorRequest } from './wire.js';

type Risk = MotorRequest['risk'];
type Proposal = AcmeMotorRequest['proposal'];

const hyphenated = (registrationNumber: string): string => registrationParts(registrationNumber).join('-');

/** A computes the entitled bonus itself, from the previous one and the claims. */
function previousCover({ previousPolicy }: Risk): Pick<Proposal, 'noClaim' | 'expiringPolicy'> {
  if (previousPolicy === null) return { noClaim: null, expiringPolicy: null };
  const { ncbPercent, claimCount, expiryDate, insurerName } = previousPolicy;
  return {
    noClaim: { previousPercent: ncbPercent, claimsInExpiringPolicy: claimCount },
    expiringPolicy: { expiryDate, insurerCode: insurerName.toUpperCase() },
  };
}

function vehicle(risk: Risk, modelCode: string, rto: string): Proposal['vehicle'] {
  return {
    modelCode,
    fuel: FUELS[risk.fuelType],
    registrationNumber: risk.registrationNumber ? hyphenated(risk.registrationNumber) : null,
    rto,
    firstRegistered: risk.registrationDate,
    isNew: risk.isNewVehicle,
  };
}

function proposal(risk: Risk, modelCode: string, rto: string): Proposal {
  const coverage = COVERAGES[risk.coverType];
  return {
    coverage,
    inceptionDate: risk.policyStartDate,
    vehicle: vehicle(risk, modelCode, rto),
    ...previousCover(risk),
    // Liability cover insures no value.
    insuredValue: coverage === 'LIABILITY' ? null : risk.requestedIdvMinor,
    voluntaryDeductible: risk.voluntaryDeductibleMinor,
    addOns: risk.addOns.flatMap((addOn) => ADD_ON_CODES[addOn] ?? []),
    ownerDriverPa: risk.addOns.includes('PA_OWNER_DRIVER'),
  };
}

/** A canonical request in A's words; a decline for what A does not know or sell (errata 16: companies). */
export function toAcmeGeneral(request: MotorRequest): Result<AcmeMotorRequest, Decline> {
  const { requestId, productLine, proposer, risk } = request;
  const modelCode = MODEL_CODES.get(risk.vehicleId);
  const rto = RTO_CODES.get(risk.rtoCode);
  if (modelCode === undefined) return refused(unsupported('Acme General does not insure this model'));
  if (rto === undefined) return refused(unsupported('Acme General does not insure vehicles registered at this office'));
  if (risk.ownerType === 'COMPANY') return refused(unsupported('Acme General does not insure vehicles of companies'));
  return ok({
    product: PRODUCTS[productLine],
    partnerReference: requestId,
    proposal: proposal(risk, modelCode, rto),
    // The mobile number is optional there, so it is not given away for a price.
    customer: { type: 'INDIVIDUAL', dateOfBirth: proposer.dateOfBirth, pincode: proposer.pincode },
  });
}

/** The same question without a value of our own: A then applies its recommended one. */
export const withoutInsuredValue = (request: AcmeMotorRequest): AcmeMotorRequest => ({
  ...request,
  proposal: { ...request.proposal, insuredValue: null },
});
