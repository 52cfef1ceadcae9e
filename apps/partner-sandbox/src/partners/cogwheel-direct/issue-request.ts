import { z } from 'zod';
import { mobile, pin, rupeeAmount, wireMinute } from './wire-forms.js';

const text = z.string().min(1);
const serialNumber = text.max(40);

/** What tells a repeated issuance from another one. */
export const issueKey = z.object({ issue_ref: text.max(64), quote_no: text, premium: rupeeAmount });

/** The body of `POST /v2/policy/issue`; amounts come out in paise (partners.md C.3, errata 11). */
export const issueRequest = z.object({
  ...issueKey.shape,
  payment: z.object({ utr: text, amt: rupeeAmount, paid_on: wireMinute }),
  holder: z.object({
    name: text,
    mobile: mobile.nullish(),
    email: z.string().nullish(),
    address: z.string().nullish(),
    pin: pin.nullish(),
    nominee: z.string().nullish(),
    nominee_rel: z.string().nullish(),
  }),
});

/** The same for a quote of a vehicle, whose numbers are mandatory then. */
export const vehicleIssueRequest = issueRequest.extend({
  asset: z.object({ engine_no: serialNumber, chassis_no: serialNumber }),
});

export type IssueRequest = z.infer<typeof issueRequest>;

export const ISSUE_FIELD_ORDER = [
  'issue_ref',
  'quote_no',
  'premium',
  'payment.utr',
  'payment.amt',
  'payment.paid_on',
  'holder.name',
  'holder.mobile',
  'holder.email',
  'holder.address',
  'holder.pin',
  'holder.nominee',
  'holder.nominee_rel',
  'asset.engine_no',
  'asset.chassis_no',
] as const;
