import { z } from 'zod';
import { epochMs, minorAmount, phone } from './wire-forms.js';

const text = z.string().min(1);
const serialNumber = text.max(40);

/** What tells a repeated issuance from another one. */
export const issueKey = z.object({ dedupeKey: text.max(64), offerId: text, totalMinor: minorAmount });

/** The params of `policy.issue` (partners.md F.3, errata 11). */
export const issueParams = z.object({
  ...issueKey.shape,
  payment: z.object({ ref: text, amountMinor: minorAmount, atMs: epochMs }),
  insured: z.object({
    name: text,
    email: z.string().nullish(),
    phone: phone.nullish(),
    address: z.string().nullish(),
  }),
});

/** The same for an offer of a vehicle, whose numbers are mandatory then. */
export const vehicleIssueParams = issueParams.extend({
  asset: z.object({ engineNo: serialNumber, chassisNo: serialNumber }),
});

export type IssueParams = z.infer<typeof issueParams>;
