import { civilDate, gender, pincode } from '@app/product-lines';
import { z } from 'zod';

/** Who asks (canonical-model.md §2). The first four are rating facts; the rest is optional, absent equals null. */
export const proposerFields = {
  dateOfBirth: civilDate,
  gender,
  pincode,
  state: z.string().regex(/^[A-Z]{2}$/, 'expected two letters'),
  mobile: z
    .string()
    .regex(/^\+[1-9][0-9]{6,14}$/, 'expected an E.164 number, +919800000001')
    .nullish(),
  email: z.email().max(254).nullish(),
  fullName: z.string().min(1).max(100).nullish(),
  maritalStatus: z.enum(['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED', 'OTHER']).nullish(),
  occupationClass: z.literal([1, 2, 3]).nullish(),
  annualIncomeMinor: z.int().min(0).max(1_000_000_000_000_000).nullish(),
};

/** Personal fields of the proposer (classes C and S of canonical-model.md §10), as pointers from the request's root. */
export const PROPOSER_PERSONAL_FIELDS = [
  '/proposer/mobile',
  '/proposer/email',
  '/proposer/fullName',
  '/proposer/annualIncomeMinor',
];
