import { decimalFromMinor, istWallClock } from '@app/domain';
import type { PolicyOrder } from '@app/partner-kit';
import type { EleventhHourPolicyOrder } from './wire.js';

/** In the form that E prints: milliseconds only where there are any. */
const istInstant = (instant: string): string => `${istWallClock(new Date(instant)).replace('.000', '')}+05:30`;

/** An order in E's words. `total` is what is due now, and so is what was paid (partners.md E.5). */
export function toEleventhHour({ applicationId, partnerQuoteRef, details }: PolicyOrder): EleventhHourPolicyOrder {
  const { payment, proposer } = details;
  const due = decimalFromMinor(payment.amountMinor);
  return {
    offerId: partnerQuoteRef,
    total: due,
    payment: { ref: payment.reference, amount: due, receivedAt: istInstant(payment.capturedAt) },
    holder: {
      fullName: proposer.fullName,
      email: proposer.email,
      mobile: proposer.mobile,
      nominee: proposer.nominee?.fullName ?? null,
    },
    externalRef: applicationId,
    callback: null,
  };
}
