import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { nextHigher, unsupported } from '@app/partner-kit';
import { conditionsOf, DEDUCTIBLES, SUMS_INSURED, wholeRupees } from './cross-walk.js';
import type { EleventhHourHealthQuestion, EleventhHourPerson } from './wire.js';

export type HealthRequest = CanonicalRequestOf<'health'>;
type Risk = HealthRequest['risk'];

/** The sum insured and the deductible that E sells for those wished; undefined above its highest sum. */
export function appliedAmounts({ sumInsuredMinor, deductibleMinor }: Risk) {
  const sumInsured = nextHigher(SUMS_INSURED, sumInsuredMinor);
  const deductible = nextHigher(DEDUCTIBLES, deductibleMinor) ?? Math.max(...DEDUCTIBLES);
  return sumInsured === undefined ? undefined : { sumInsuredMinor: sumInsured, deductibleMinor: deductible };
}

/** Undefined with a condition that E does not know. Nothing else of a person leaves us. */
function person({ memberNo, relation, dateOfBirth, preExisting, tobacco }: Risk['members'][number]) {
  const conditions = conditionsOf(preExisting);
  if (conditions === undefined) return undefined;
  const known: EleventhHourPerson = {
    ref: `p${memberNo}`,
    relationship: relation,
    birthDate: dateOfBirth,
    conditions,
    tobacco,
  };
  return known;
}

/** A canonical request in E's words; a decline for what E does not know or sell. */
export function toEleventhHour({
  requestId,
  risk,
}: HealthRequest): Result<Omit<EleventhHourHealthQuestion, 'callback'>, Decline> {
  const amounts = appliedAmounts(risk);
  const persons = risk.members.flatMap((member) => person(member) ?? []);
  if (amounts === undefined) return refused(unsupported('Eleventh Hour does not insure a sum as high as this'));
  if (persons.length < risk.members.length)
    return refused(unsupported('Eleventh Hour insures nobody with other conditions than those on its list'));
  return ok({
    line: 'HEALTH',
    externalRef: requestId,
    health: {
      startsOn: risk.policyStartDate,
      sumInsured: wholeRupees(amounts.sumInsuredMinor),
      basis: risk.basis,
      deductible: wholeRupees(amounts.deductibleMinor),
      postalCode: risk.pincode,
      persons,
    },
  });
}
