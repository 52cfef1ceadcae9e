import {
  type ExpectedReply,
  type PolicyDescription,
  type PolicyRefusal,
  type WireAnswers,
  wireJson,
} from '@app/partner-kit/conformance';
import type { ReceivedCall } from '@app/partner-kit/testing';
import { requestFor } from '../../../testing/canonical-requests.js';
import {
  answerWith,
  IN_PROCESS,
  ISSUE_REF,
  MOTOR_ORDER,
  MOTOR_QUESTION,
  POLICY,
  statusWith,
  TERM_ORDER,
  TERM_QUESTION,
} from './worked-policies.js';

/** How Cogwheel Direct issues, from the text of partners.md C.3 and C.4. */

const issueRefOf = ({ body }: ReceivedCall): unknown => JSON.parse(body).issue_ref;

const isIssue = ({ path }: ReceivedCall): boolean => path === '/v2/policy/issue';

/** Whatever is asked of it, C says this of the policy. */
const says =
  (policy: object): WireAnswers =>
  (call) =>
    wireJson(200, isIssue(call) ? answerWith(policy, { issue_ref: issueRefOf(call) }) : statusWith(policy));

/** C's texts may quote what we sent. */
const error = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  wireJson(status, { status: 'ERROR', error: { code, text: 'Holderconforming of 9812345678', ...more } }, headers);

const refusal = (
  status: number,
  partnerCode: string,
  outcome: ExpectedReply['outcome'],
  category: NonNullable<ExpectedReply['error']>['category'],
  retryable = false,
): PolicyRefusal => ({
  code: partnerCode,
  answer: () => error(status, partnerCode),
  reply: { outcome, error: { category, retryable, partnerCode } },
});

const ISSUED: ExpectedReply = {
  outcome: 'ISSUED',
  policyNumber: 'CGD-2026-004411',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', reference: '/v2/policy/CGD-2026-004411/pdf' }],
};

/** To an issue call; the status call says what is given. */
const refusedThen =
  (refused: WireAnswers, policy: object): WireAnswers =>
  (call) =>
    isIssue(call) ? refused(call) : wireJson(200, statusWith(policy));

export const policies: PolicyDescription = {
  isIssue,
  readCall: ({ body }) => JSON.stringify({ ...JSON.parse(body), issue_ref: ISSUE_REF }),
  keyOf: issueRefOf,
  lastingPart: ({ method, path, body }) => ({ method, path, body }),
  examples: [
    { name: 'm1', order: MOTOR_ORDER, asks: MOTOR_QUESTION, answer: says(POLICY), reply: ISSUED },
    { name: 't1', order: { ...MOTOR_ORDER, request: requestFor('t1') }, answer: says(POLICY), reply: ISSUED },
    { name: 'l1', order: TERM_ORDER, asks: TERM_QUESTION, answer: says(POLICY), reply: ISSUED },
  ],
  pending: { answer: says(IN_PROCESS) },
  refusals: [
    refusal(401, 'C-AUTH-001', 'FAILED', 'AUTHENTICATION'),
    refusal(401, 'C-AUTH-002', 'FAILED', 'AUTHENTICATION'),
    refusal(401, 'C-AUTH-003', 'FAILED', 'AUTHENTICATION'),
    refusal(401, 'C-AUTH-004', 'FAILED', 'AUTHENTICATION'),
    ...['001', '002', '004', '006'].map((number) => refusal(400, `C-VAL-${number}`, 'REFUSED', 'VALIDATION')),
    refusal(404, 'C-ISS-404', 'REFUSED', 'NOT_FOUND'),
    refusal(409, 'C-ISS-409', 'REFUSED', 'PROTOCOL'),
    {
      code: 'C-ISS-410',
      answer: refusedThen(() => error(409, 'C-ISS-410', { policy_no: 'CGD-2026-004411' }), POLICY),
      reply: ISSUED,
    },
    { code: 'C-ISS-410 in process', answer: () => error(409, 'C-ISS-410'), reply: { outcome: 'PENDING' } },
    refusal(410, 'C-ISS-411', 'REFUSED', 'QUOTE_EXPIRED'),
    {
      code: 'C-ISS-420',
      answer: () => error(409, 'C-ISS-420', { new_premium: 17544 }),
      reply: { outcome: 'REFUSED', newTotalMinor: 1_754_400, error: { category: 'PRICE_CHANGED', retryable: false } },
    },
    refusal(409, 'C-ISS-421', 'REFUSED', 'UNDERWRITING'),
    refusal(422, 'C-ISS-422', 'REFUSED', 'PAYMENT_MISMATCH'),
    {
      code: 'C-RATE-001',
      answer: () => error(429, 'C-RATE-001', {}, { 'retry-after': '3' }),
      reply: { outcome: 'FAILED', error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 } },
    },
    refusal(500, 'C-SYS-500', 'UNKNOWN', 'PARTNER_INTERNAL'),
    refusal(502, 'C-SYS-900', 'UNKNOWN', 'UNAVAILABLE', true),
    refusal(503, 'C-SYS-900', 'FAILED', 'UNAVAILABLE', true),
  ],
  codesLeftOut: [
    {
      because: 'only a quote call has models, offices and bundles',
      codes: ['C-VAL-003', 'C-VAL-005', 'C-VAL-017', 'C-VAL-018'],
    },
  ],
  inquiries: [
    { name: 'issued', answer: says(POLICY), issues: false, reply: ISSUED },
    { name: 'in process', answer: says(IN_PROCESS), issues: false, reply: { outcome: 'PENDING' } },
    {
      name: 'not issued',
      answer: (call) => (isIssue(call) ? says(POLICY)(call) : wireJson(200, statusWith({ state: 'NONE' }))),
      issues: true,
      reply: ISSUED,
    },
    {
      name: 'unknown',
      answer: (call) => (isIssue(call) ? says(POLICY)(call) : error(404, 'C-ISS-404')),
      issues: true,
      reply: ISSUED,
    },
    {
      name: 'no answer',
      answer: () => error(503, 'C-SYS-900'),
      issues: false,
      reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } },
    },
  ],
  afterLoss: { answer: says(POLICY), reply: ISSUED },
  sends: [
    '/proposer/fullName',
    '/proposer/email',
    '/proposer/mobile',
    '/proposer/address/line1',
    '/proposer/address/city',
    '/proposer/address/pincode',
    '/proposer/nominee/fullName',
    '/asset/engineNumber',
    '/asset/chassisNumber',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: '/v2/policy/CGD-2026-004411/pdf',
    answer: () => ({ status: 200, contentType: 'application/pdf', body: '%PDF-1.4\nCGD-2026-004411' }),
  },
};
