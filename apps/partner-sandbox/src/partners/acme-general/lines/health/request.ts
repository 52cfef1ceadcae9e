import { z } from 'zod';
import { civilDate, mobile, pincode } from '../../wire-forms.js';
import { POLICY_TYPES, RELATIONS, SUMS_INSURED, TENURES } from './codes.js';

/** A number that must be on A's list; one that is not is not offered (errata 7). */
const offered = <Value extends number>(list: readonly Value[]) =>
  z.int().transform((asked, context) => {
    const entry = list.find((value) => value === asked);
    if (entry !== undefined) return entry;
    context.addIssue({ code: 'custom', message: `Allowed: ${list.join(', ')}`, params: { code: 'NOT_OFFERED' } });
    return z.NEVER;
  });

const member = z.object({
  memberNo: z.int(),
  relation: z.enum(RELATIONS),
  dateOfBirth: civilDate,
  gender: z.enum(['M', 'F', 'O']),
  preExisting: z.array(z.string()),
  tobacco: z.boolean(),
});

/** The body of a health quote (partners.md A.2); how many members there may be is a rule of its own. */
export const healthRequest = z.object({
  product: z.literal('HEALTH'),
  partnerReference: z.string().max(64),
  proposal: z.object({
    inceptionDate: civilDate,
    policyType: z.enum(POLICY_TYPES),
    sumInsured: offered(SUMS_INSURED),
    tenureYears: offered(TENURES),
    pincode,
    members: z.array(member),
  }),
  customer: z.object({
    type: z.literal('INDIVIDUAL'),
    dateOfBirth: civilDate,
    pincode,
    mobile: mobile.nullish(),
  }),
});

export type HealthRequest = z.infer<typeof healthRequest>;
