import type { ApplicationDetails, CanonicalRequest } from '@app/contracts';
import type { PolicyOrder } from '@app/partner-kit';
import type { WorkedOrder } from '@app/partner-kit/testing';
import { applicationDetailsOf } from '@app/testing';
import { requestFor, travelRequestFor } from '../../../testing/canonical-requests.js';

const applicationId = '01934f2a-0000-7000-8000-0000000000c1';

interface Offer {
  readonly partnerQuoteRef: string;
  readonly planCode: string;
  readonly totalMinor: number;
}

const worked = (
  request: CanonicalRequest,
  { partnerQuoteRef, planCode, totalMinor }: Offer,
  asset: ApplicationDetails['asset'],
): WorkedOrder => ({
  applicationId,
  partnerQuoteRef,
  planCode,
  acceptedTotalMinor: totalMinor,
  request,
  details: applicationDetailsOf({
    asset,
    payment: {
      reference: 'PAY-88f3',
      method: 'UPI',
      amountMinor: totalMinor,
      currency: 'INR',
      capturedAt: '2026-11-23T10:15:00Z',
    },
  }),
});

const PLUS: Offer = { partnerQuoteRef: 'FZS-0008-PLUS', planCode: 'PLUS', totalMinor: 1_543_400 };
const GOLD: Offer = { partnerQuoteRef: 'FZS-0009-GOLD', planCode: 'GOLD', totalMinor: 82_600 };

/** The plan PLUS for M1: the order of partners.md F.3. */
export const CAR_ORDER = worked(requestFor('m1'), PLUS, applicationDetailsOf().asset);

/** The plan GOLD for R1, which insures no vehicle. */
export const TRIP_ORDER = worked(travelRequestFor('r1'), GOLD, null);

const KEY = '5f0c5f7e-9d0b-5a52-8f8e-000000000001';

export const withKeys = (order: WorkedOrder): PolicyOrder => ({
  ...order,
  key: KEY,
});

/** The params that partners.md F.3 prints, with our own key. */
export const printedParams = (key: string) =>
  `{"dedupeKey":"${key}","offerId":"FZS-0008-PLUS","totalMinor":1543400,"payment":{"ref":"PAY-88f3","amountMinor":1543400,"atMs":1795428900000},"insured":{"name":"Asha Rao","email":"asha@example.org","phone":"+919800000001","address":"12 Lake Road, Pune 411001"},"asset":{"engineNo":"ENG123456","chassisNo":"MA1AB2CD3EF456789"}}`;

/** The call that partners.md F.3 prints, with our own key and number. */
export const PRINTED_CALL = `{"jsonrpc":"2.0","id":1,"method":"policy.issue","params":${printedParams(KEY)}}`;

/** The result that partners.md F.3 prints, of `policy.issue` and `policy.get` alike. */
export const ISSUED = {
  policyNo: 'FZ-2026-M-00077',
  state: 'ISSUED',
  effective: { from: '2026-12-01', to: '2027-11-30' },
  replayed: false,
  documents: [{ kind: 'SCHEDULE', mime: 'application/pdf', b64: 'JVBERi0xLjQK' }],
};

export const PENDING = { state: 'PENDING', effective: ISSUED.effective, replayed: false, documents: [] };

/** What `ISSUED` is to us. */
export const ISSUED_REPLY = {
  outcome: 'ISSUED',
  policyNumber: 'FZ-2026-M-00077',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: 'document/0' }],
} as const;
