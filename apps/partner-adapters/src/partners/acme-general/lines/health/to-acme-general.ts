import type { CanonicalRequestOf } from '@app/contracts';
import { ageOn, type Decline, ok, type Result, refused } from '@app/domain';
import { nextHigher, unsupported } from '@app/partner-kit';
import type { HealthRisk } from '@app/product-lines';
import { ADULT_AGE, GENDERS, MOST_MEMBERS, SUMS_INSURED } from './cross-walk.js';
import type { AcmeHealthRequest, AcmeMember } from './wire.js';

/** Undefined without its declared conditions: nobody is priced as healthy because a field did not arrive. */
function toMember(member: HealthRisk['members'][number]): AcmeMember | undefined {
  const { memberNo, relation, dateOfBirth, gender, preExisting, tobacco } = member;
  if (preExisting === undefined) return undefined;
  return { memberNo, relation, dateOfBirth, gender: GENDERS[gender], preExisting, tobacco };
}

/** The members, or why A insures no such family. */
function members(risk: HealthRisk): Result<AcmeMember[], Decline> {
  const known = risk.members.flatMap((member) => toMember(member) ?? []);
  const ages = known.map(({ dateOfBirth }) => ageOn(dateOfBirth, risk.policyStartDate));
  if (known.length < risk.members.length) return refused(unsupported('the conditions of a member are not known'));
  if (known.length > MOST_MEMBERS) return refused(unsupported(`Acme General insures ${MOST_MEMBERS} members at most`));
  if (ages.every((age) => age < ADULT_AGE)) return refused(unsupported('Acme General insures no children alone'));
  return ok(known);
}

/** A canonical request in A's words; a decline for what A does not sell. */
export function toAcmeGeneral(request: CanonicalRequestOf<'health'>): Result<AcmeHealthRequest, Decline> {
  const { requestId, proposer, risk } = request;
  const insured = members(risk);
  const sumInsured = nextHigher(SUMS_INSURED, risk.sumInsuredMinor);
  if (!insured.ok) return insured;
  if (sumInsured === undefined) return refused(unsupported('above the highest sum insured of Acme General'));
  return ok({
    product: 'HEALTH',
    partnerReference: requestId,
    proposal: {
      inceptionDate: risk.policyStartDate,
      policyType: risk.basis,
      sumInsured,
      tenureYears: risk.tenureYears,
      pincode: risk.pincode,
      members: insured.value,
    },
    // The mobile number is optional there, so it is not given away for a price.
    customer: { type: 'INDIVIDUAL', dateOfBirth: proposer.dateOfBirth, pincode: proposer.pincode },
  });
}
