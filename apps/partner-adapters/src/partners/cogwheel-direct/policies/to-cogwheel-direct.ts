import { istWallClock } from '@app/domain';
import type { PolicyOrder } from '@app/partner-kit';
import { dayFirst } from '../lines/answer.js';
import type { CogwheelIssueRequest } from './wire.js';

type Details = PolicyOrder['details'];

/** Paise as rupees: the nearest double of an amount prints as that amount, so JSON holds it exactly. */
const rupees = (minor: number): number => minor / 100;

/** `2026-11-23T10:12:00Z` → `23/11/2026 15:42`. */
function printedMinute(instant: string): string {
  const [date = '', time = ''] = istWallClock(new Date(instant)).split('T');
  return `${dayFirst(date)} ${time.slice(0, 5)}`;
}

function holder({ fullName, mobile, email, address, nominee }: Details['proposer']): CogwheelIssueRequest['holder'] {
  return {
    name: fullName,
    mobile: mobile.replace(/^\+91/, ''),
    email,
    address: `${address.line1}, ${address.city}`,
    pin: address.pincode,
    ...(nominee && { nominee: nominee.fullName, nominee_rel: nominee.relation.toLowerCase() }),
  };
}

/** An order in C's words: the same order is always the same text. */
export function toCogwheelDirect(order: PolicyOrder): CogwheelIssueRequest {
  const { key, partnerQuoteRef, acceptedTotalMinor, request, details } = order;
  const { payment, proposer, asset } = details;
  const isOfVehicle = request.productLine !== 'term-life';
  return {
    issue_ref: key,
    quote_no: partnerQuoteRef,
    premium: rupees(acceptedTotalMinor),
    payment: {
      utr: payment.reference,
      amt: rupees(payment.amountMinor),
      paid_on: printedMinute(payment.capturedAt),
    },
    holder: holder(proposer),
    ...(isOfVehicle && asset && { asset: { engine_no: asset.engineNumber, chassis_no: asset.chassisNumber } }),
  };
}
