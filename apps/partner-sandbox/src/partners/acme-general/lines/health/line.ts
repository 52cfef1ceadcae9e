import { ok } from '@app/domain';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody } from '../../../../wire/check-body.js';
import { FIELD_CODES } from '../../wire-forms.js';
import type { AcmeLine } from '../acme-line.js';
import type { HealthRisk } from './rating.js';
import { type HealthRequest, healthRequest } from './request.js';
import { HEALTH_RULES } from './rules.js';
import { assessHealth } from './underwriting.js';

const toRisk = ({ proposal }: HealthRequest): HealthRisk => ({
  startDate: proposal.inceptionDate,
  policyType: proposal.policyType,
  sumInsured: proposal.sumInsured,
  tenureYears: proposal.tenureYears,
  pincode: proposal.pincode,
  members: proposal.members.map(({ dateOfBirth, preExisting, tobacco }) => ({
    dateOfBirth,
    hasConditions: preExisting.length > 0,
    tobacco,
  })),
});

export const health: AcmeLine = {
  product: 'HEALTH',
  policyLetters: 'HL',
  insuresVehicle: false,
  check: (body) => {
    const checked = checkBody(healthRequest, HEALTH_RULES, FIELD_CODES, body);
    if (!checked.ok) return checked;
    const { partnerReference, proposal } = checked.value;
    return ok({
      partnerReference,
      inceptionDate: proposal.inceptionDate,
      years: proposal.tenureYears,
      magicValue: pincodeMagicValue(proposal.pincode),
      assess: () => assessHealth(toRisk(checked.value)),
    });
  },
};
