import type { PolicyOrder } from '@app/partner-kit';
import { applicationDetailsOf } from '@app/testing';
import { requestFor, termLifeRequestFor } from '../../../testing/canonical-requests.js';

/** Issuance as partners.md C.3 prints it, and orders that come to it. */

export const ISSUE_REF = '6f1d3c52-7a54-5d0e-9b1f-0a4f7c0e2b11';

const { proposer, payment, ...details } = applicationDetailsOf();

/** Of M1, printed with another `issue_ref`. */
export const MOTOR_ORDER: PolicyOrder = {
  applicationId: '01934f2a-0000-7000-8000-0000000000b1',
  key: ISSUE_REF,
  partnerQuoteRef: 'CGQ7K2M1',
  planCode: 'smart',
  acceptedTotalMinor: 1_704_400,
  request: requestFor('m1'),
  details: { ...details, proposer, payment: { ...payment, amountMinor: 1_704_400 } },
};

/** Of L1: no vehicle, no nominee. */
export const TERM_ORDER: PolicyOrder = {
  ...MOTOR_ORDER,
  partnerQuoteRef: 'CGT4P0ZZ',
  planCode: 'term',
  acceptedTotalMinor: 1_192_400,
  request: termLifeRequestFor('l1'),
  details: {
    proposer: { ...proposer, nominee: null },
    payment: { ...payment, amountMinor: 1_192_400 },
  },
};

export const MOTOR_QUESTION = `{"issue_ref":"${ISSUE_REF}","quote_no":"CGQ7K2M1","premium":17044,"payment":{"utr":"PAY-88f1","amt":17044,"paid_on":"23/11/2026 15:42"},"holder":{"name":"Asha Rao","mobile":"9800000001","email":"asha@example.org","address":"12 Lake Road, Pune","pin":"411001","nominee":"Ravi Rao","nominee_rel":"spouse"},"asset":{"engine_no":"ENG123456","chassis_no":"MA1AB2CD3EF456789"}}`;

export const TERM_QUESTION = `{"issue_ref":"${ISSUE_REF}","quote_no":"CGT4P0ZZ","premium":11924,"payment":{"utr":"PAY-88f1","amt":11924,"paid_on":"23/11/2026 15:42"},"holder":{"name":"Asha Rao","mobile":"9800000001","email":"asha@example.org","address":"12 Lake Road, Pune","pin":"411001"}}`;

export const POLICY = {
  policy_no: 'CGD-2026-004411',
  state: 'ISSUED',
  from: '01/12/2026',
  to: '30/11/2027',
  doc_url: '/v2/policy/CGD-2026-004411/pdf',
};
export const IN_PROCESS = { state: 'IN_PROCESS', from: '01/12/2026', to: '30/11/2027' };

export const answerWith = (policy: object, more: object = {}) => ({
  status: 'OK',
  issue_ref: ISSUE_REF,
  duplicate: false,
  policy,
  ...more,
});
export const statusWith = (policy: object) => ({ status: 'OK', policy });
