import type { CanonicalRequestOf } from '@app/contracts';
import { type Decline, ok, type Result, refused } from '@app/domain';
import { unsupported } from '@app/partner-kit';
import type { EleventhHourTermQuestion } from './wire.js';

export type TermLifeRequest = CanonicalRequestOf<'term-life'>;

const wholeRupees = (amountMinor: number): string => String(Math.trunc(amountMinor / 100));

/** A canonical request in E's words; a decline for what E does not sell (errata 20). */
export function toEleventhHour({
  requestId,
  proposer,
  risk,
}: TermLifeRequest): Result<Omit<EleventhHourTermQuestion, 'callback'>, Decline> {
  const { life, annualIncomeMinor } = risk;
  if (risk.premiumPaymentTermYears !== risk.policyTermYears)
    return refused(unsupported('Eleventh Hour takes premiums over the whole term only'));
  if (annualIncomeMinor === undefined)
    return refused(unsupported('Eleventh Hour insures nobody whose income is not stated'));
  return ok({
    line: 'TERM',
    externalRef: requestId,
    term: {
      startsOn: risk.policyStartDate,
      birthDate: life.dateOfBirth,
      sex: life.gender,
      smoker: life.smoker,
      sumAssured: wholeRupees(risk.sumAssuredMinor),
      termYears: risk.policyTermYears,
      frequency: risk.frequency,
      occupationClass: risk.occupationClass,
      annualIncome: wholeRupees(annualIncomeMinor),
      postalCode: proposer.pincode,
    },
  });
}
