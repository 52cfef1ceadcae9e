import type { PolicyHolder } from '@app/contracts';
import type { PolicyOrder } from '@app/partner-kit';
import type { FizzbuzzIssueParams, FizzbuzzPolicyName } from './wire.js';

type Address = PolicyHolder['address'];

/** In one line, as F prints it. */
const oneLine = ({ line1, city, pincode }: Address): string => `${line1}, ${city} ${pincode}`;

/** An order in F's words. */
export function toFizzbuzz({ key, partnerQuoteRef, acceptedTotalMinor, details }: PolicyOrder): FizzbuzzIssueParams {
  const { payment, proposer, asset } = details;
  return {
    dedupeKey: key,
    offerId: partnerQuoteRef,
    totalMinor: acceptedTotalMinor,
    payment: { ref: payment.reference, amountMinor: payment.amountMinor, atMs: Date.parse(payment.capturedAt) },
    insured: {
      name: proposer.fullName,
      email: proposer.email,
      phone: proposer.mobile,
      address: oneLine(proposer.address),
    },
    ...(asset && { asset: { engineNo: asset.engineNumber, chassisNo: asset.chassisNumber } }),
  };
}

/** The policy of an offer, whatever key it was issued under. */
export const policyOf = (partnerQuoteRef: string): FizzbuzzPolicyName => ({ offerId: partnerQuoteRef });
