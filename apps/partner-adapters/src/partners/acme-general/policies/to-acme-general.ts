import type { PolicyOrder } from '@app/partner-kit';
import type { AcmePolicyRequest } from './wire.js';

type Proposer = PolicyOrder['details']['proposer'];

function holder({ fullName, email, mobile, address, nominee, panLast4 }: Proposer): AcmePolicyRequest['proposer'] {
  const { line1, city, state, pincode } = address;
  return {
    fullName,
    email,
    mobile,
    address: { line1, city, state, pincode },
    ...(nominee ? { nominee: { fullName: nominee.fullName, relation: nominee.relation } } : {}),
    ...(panLast4 ? { panLast4 } : {}),
  };
}

/** Numbers of a vehicle only where one is insured. */
function vehicle({ request, details: { asset } }: PolicyOrder): Pick<AcmePolicyRequest, 'vehicle'> {
  if (request.productLine === 'health' || !asset) return {};
  return { vehicle: { engineNumber: asset.engineNumber, chassisNumber: asset.chassisNumber } };
}

/** An order in A's words, its fields always in this order: A compares the bytes of a repeated body (partners.md A.3). */
export function toAcmeGeneral(order: PolicyOrder): AcmePolicyRequest {
  const { payment, proposer } = order.details;
  return {
    quoteId: order.partnerQuoteRef,
    acceptedTotal: order.acceptedTotalMinor,
    payment: {
      reference: payment.reference,
      method: payment.method,
      amount: payment.amountMinor,
      paidAt: payment.capturedAt,
    },
    proposer: holder(proposer),
    ...vehicle(order),
  };
}
