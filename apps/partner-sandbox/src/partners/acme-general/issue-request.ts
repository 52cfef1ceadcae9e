import { z } from 'zod';
import { instant, mobile, pincode } from './wire-forms.js';

const text = z.string().min(1);
const serialNumber = text.max(40);

const address = z.object({
  line1: z.string().nullish(),
  city: z.string().nullish(),
  state: z.string().nullish(),
  pincode: pincode.nullish(),
});

/** The body of `POST /v1/policies`: ids, totals, payment and name are mandatory (errata 11). */
export const issueRequest = z.object({
  quoteId: text,
  acceptedTotal: z.int(),
  payment: z.object({ reference: text, method: text, amount: z.int(), paidAt: instant }),
  proposer: z.object({
    fullName: text,
    email: z.string().nullish(),
    mobile: mobile.nullish(),
    address: address.nullish(),
    nominee: z.object({ fullName: z.string().nullish(), relation: z.string().nullish() }).nullish(),
    panLast4: z.string().nullish(),
  }),
});

/** The same for a quote of a vehicle, whose numbers are mandatory then. */
export const vehicleIssueRequest = issueRequest.extend({
  vehicle: z.object({ engineNumber: serialNumber, chassisNumber: serialNumber }),
});

export type IssueRequest = z.infer<typeof issueRequest>;
