import { pincode } from '@app/product-lines';
import { z } from 'zod';
import { instant } from './canonical-request.js';
import { currency } from './partner-answer.js';

/** Control characters are no part of a name or an address, and some partners cannot be written them at all. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'contains a control character');
/** In each partner's own form it goes out without its country (partners-errata.md 21). */
const mobile = z.string().regex(/^\+91[0-9]{10}$/, 'expected +91 and ten digits, +919800000001');

const address = z.strictObject({
  line1: text(200),
  city: text(100),
  state: z.string().regex(/^[A-Z]{2}$/, 'expected two letters'),
  pincode,
});

/** Who the policy is for, in full: only now does an insurer hear it (canonical-model.md §9). */
export const policyHolder = z.strictObject({
  fullName: text(100),
  email: z.email().max(254),
  mobile,
  address,
  nominee: z.strictObject({ fullName: text(100), relation: text(40) }).nullish(),
  panLast4: z
    .string()
    .regex(/^[0-9A-Z]{4}$/, 'expected the last four characters of a PAN, 234F')
    .nullish(),
});

/** The vehicle itself; for motor lines (partners-errata.md 21: at most 40 characters). */
export const insuredAsset = z.strictObject({ engineNumber: text(40), chassisNumber: text(40) });

/** Whether amount and currency are what is due is asked of the offer, not of the form (`payment-mismatch`). */
export const payment = z.strictObject({
  reference: z.string().regex(/^[A-Za-z0-9-]{1,30}$/, 'expected 1 to 30 letters, digits and hyphens'),
  method: z.string().regex(/^[A-Z][A-Z_]{0,29}$/, 'expected capital letters, UPI'),
  amountMinor: z.int().min(1).max(1_000_000_000_000_000),
  currency,
  capturedAt: instant,
});

export const declarations = z.array(z.strictObject({ code: text(60), acceptedAt: instant })).max(50);

/** What an application adds to its quote request; all of it is personal and travels sealed. */
const applicationDetails = z.object({
  proposer: policyHolder,
  asset: insuredAsset.nullish(),
  payment,
  declarations: declarations.nullish(),
});

/** What is sealed in `policy.issuance-requested.v1`: the request's personal fields by JSON pointer, and the details. */
export const issuanceSecrets = z.object({
  request: z.record(z.string(), z.unknown()),
  application: applicationDetails,
});

export type ApplicationDetails = z.infer<typeof applicationDetails>;
export type PolicyHolder = z.infer<typeof policyHolder>;
export type Payment = z.infer<typeof payment>;
export type IssuanceSecrets = z.infer<typeof issuanceSecrets>;
