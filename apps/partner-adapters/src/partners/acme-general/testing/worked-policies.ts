import type { PolicyOrder } from '@app/partner-kit';
import type { WorkedOrder } from '@app/partner-kit/testing';
import { applicationDetailsOf } from '@app/testing';
import { healthRequestFor, requestFor } from '../../../testing/canonical-requests.js';

/** partners.md A.3 as it is printed, and the order that it stands for. */

export const M1_UNKEYED: WorkedOrder = {
  applicationId: '01934f2a-0000-7000-8000-0000000000b1',
  partnerQuoteRef: 'AGQ-20261123-000017',
  planCode: 'PACKAGE',
  acceptedTotalMinor: 1738161,
  request: requestFor('m1'),
  details: applicationDetailsOf(),
};

export const M1_ORDER: PolicyOrder = {
  ...M1_UNKEYED,
  key: '0b7f2f0e-58b7-5d5c-8f66-33f3a4a40001',
};

export const H1_UNKEYED: WorkedOrder = {
  ...M1_UNKEYED,
  planCode: 'FLOATER',
  request: healthRequestFor('h1'),
  details: { ...M1_UNKEYED.details, asset: null },
};

export const M1_POLICY_REQUEST = `
{"quoteId":"AGQ-20261123-000017","acceptedTotal":1738161,
 "payment":{"reference":"PAY-88f1","method":"UPI","amount":1738161,"paidAt":"2026-11-23T10:12:00Z"},
 "proposer":{"fullName":"Asha Rao","email":"asha@example.org","mobile":"+919800000001","address":{"line1":"12 Lake Road","city":"Pune","state":"MH","pincode":"411001"},
             "nominee":{"fullName":"Ravi Rao","relation":"SPOUSE"},"panLast4":"234F"},
 "vehicle":{"engineNumber":"ENG123456","chassisNumber":"MA1AB2CD3EF456789"}}`;

export const ISSUED_POLICY = {
  policyId: 'AGP-000031',
  policyNumber: 'AG/PC/2026/0000031',
  status: 'ISSUED',
  issuedAt: '2026-11-23T10:12:03Z',
  period: { from: '2026-12-01T00:00:00+05:30', to: '2027-11-30T23:59:59+05:30' },
  documents: [
    {
      type: 'POLICY_SCHEDULE',
      href: '/v1/policies/AGP-000031/documents/schedule.pdf',
      contentType: 'application/pdf',
    },
  ],
};

/** errata 7. */
export const PENDING_POLICY = {
  policyId: 'AGP-000031',
  status: 'PENDING',
  period: ISSUED_POLICY.period,
  documents: [],
};
