import { type CanonicalError, istDateAt, ok, type Result, refused } from '@app/domain';
import { type PolicyOrder, unwritable } from '@app/partner-kit';
import { asTyped, FORM_TEXT } from '../form.js';
import { printedAmount, printedDate } from '../printed.js';
import type { DakIssueForm, DakProposalForm } from './wire.js';

/** The proposal for an order: the same order is always the same form. `VALIDATION`: ISO-8859-1 cannot hold it. */
export function toProposal({
  partnerQuoteRef,
  details: { proposer, asset },
}: PolicyOrder): Result<DakProposalForm, CanonicalError> {
  const { fullName, address, nominee } = proposer;
  const form: DakProposalForm = {
    quote_no: partnerQuoteRef,
    eng_no: asset?.engineNumber ?? '',
    chs_no: asset?.chassisNumber ?? '',
    own_name: asTyped(fullName),
    own_addr: asTyped(`${address.line1}, ${address.city}`),
    own_pin: address.pincode,
    nom_name: asTyped(nominee?.fullName ?? ''),
    nom_rel: nominee?.relation.toUpperCase() ?? '',
  };
  const fault = unwritable(form, FORM_TEXT);
  return fault === undefined ? ok(form) : refused(fault);
}

/** The payment for a proposal; its reference is what D knows a repeat by. */
export function toIssue(propNo: string, { details: { payment } }: PolicyOrder): DakIssueForm {
  return {
    prop_no: propNo,
    pay_ref: payment.reference,
    pay_dt: printedDate(istDateAt(new Date(payment.capturedAt))),
    pay_amt: printedAmount(payment.amountMinor),
  };
}
