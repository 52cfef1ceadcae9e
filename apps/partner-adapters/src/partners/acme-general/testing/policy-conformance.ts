import {
  type ExpectedReply,
  type PolicyDescription,
  type PolicyRefusal,
  type WireAnswer,
  type WireAnswers,
  wireJson,
} from '@app/partner-kit/conformance';
import type { ReceivedCall } from '@app/partner-kit/testing';
import { requestFor } from '../../../testing/canonical-requests.js';
import { H1_UNKEYED, ISSUED_POLICY, M1_POLICY_REQUEST, M1_UNKEYED, PENDING_POLICY } from './worked-policies.js';

/** How Acme General issues, from the text of partners.md A.3 and A.4. */

type Outcome = ExpectedReply['outcome'];
type Category = NonNullable<ExpectedReply['error']>['category'];

const SCHEDULE = '/v1/policies/AGP-000031/documents/schedule.pdf';

const ISSUED: ExpectedReply = {
  outcome: 'ISSUED',
  policyNumber: 'AG/PC/2026/0000031',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: SCHEDULE }],
};

const isIssue = ({ method, path }: ReceivedCall): boolean => method === 'POST' && path === '/v1/policies';

const created: WireAnswers = () => wireJson(201, ISSUED_POLICY);
const read = (body: object): WireAnswer => wireJson(200, body);

/** To the issue call; reading the policy then brings what is given. */
const then =
  (answer: WireAnswer, body: object): WireAnswers =>
  (call) =>
    isIssue(call) ? answer : read(body);

const problem = (status: number, code: string, more: object = {}, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  contentType: 'application/problem+json',
  // A's texts may quote what we sent.
  body: JSON.stringify({ title: 'No', status, code, detail: 'Holderconforming of +919812345678', ...more }),
  headers,
});

const refusal = (
  status: number,
  partnerCode: string,
  outcome: Outcome,
  category: Category,
  retryable = false,
): PolicyRefusal => ({
  code: partnerCode,
  answer: () => problem(status, partnerCode),
  reply: { outcome, error: { category, retryable, partnerCode } },
});

const alreadyUsed = problem(409, 'QUOTE_ALREADY_USED', { policyId: 'AGP-000031' });

export const policies: PolicyDescription = {
  isIssue,
  // A compares bytes.
  readCall: ({ body }) => body,
  keyOf: ({ headers }) => headers['idempotency-key'],
  examples: [
    {
      name: 'm1',
      order: M1_UNKEYED,
      asks: JSON.stringify(JSON.parse(M1_POLICY_REQUEST)),
      answer: created,
      reply: ISSUED,
    },
    { name: 't1', order: { ...M1_UNKEYED, request: requestFor('t1') }, answer: created, reply: ISSUED },
    { name: 'h1', order: H1_UNKEYED, answer: created, reply: ISSUED },
  ],
  pending: { answer: then(wireJson(202, PENDING_POLICY), PENDING_POLICY) },
  refusals: [
    refusal(400, 'MALFORMED_JSON', 'REFUSED', 'PROTOCOL'),
    refusal(401, 'TOKEN_MISSING', 'FAILED', 'AUTHENTICATION'),
    refusal(401, 'TOKEN_INVALID', 'FAILED', 'AUTHENTICATION'),
    refusal(401, 'TOKEN_EXPIRED', 'FAILED', 'AUTHENTICATION'),
    refusal(403, 'INSUFFICIENT_SCOPE', 'REFUSED', 'AUTHORIZATION'),
    refusal(404, 'QUOTE_NOT_FOUND', 'REFUSED', 'NOT_FOUND'),
    refusal(404, 'NOT_FOUND', 'REFUSED', 'NOT_FOUND'),
    { code: 'QUOTE_ALREADY_USED issued', answer: then(alreadyUsed, ISSUED_POLICY), reply: ISSUED },
    { code: 'QUOTE_ALREADY_USED pending', answer: then(alreadyUsed, PENDING_POLICY), reply: { outcome: 'PENDING' } },
    {
      code: 'POLICY_NOT_FOUND for a policy that was promised',
      answer: (call) => (isIssue(call) ? wireJson(202, PENDING_POLICY) : problem(404, 'POLICY_NOT_FOUND')),
      reply: { outcome: 'PENDING' },
    },
    {
      code: 'PRICE_CHANGED',
      answer: () => problem(409, 'PRICE_CHANGED', { newTotal: 1_788_161 }),
      reply: { outcome: 'REFUSED', newTotalMinor: 1_788_161, error: { category: 'PRICE_CHANGED', retryable: false } },
    },
    {
      code: 'REQUEST_IN_PROGRESS',
      answer: () => problem(409, 'REQUEST_IN_PROGRESS', {}, { 'retry-after': '1' }),
      reply: { outcome: 'UNKNOWN', error: { category: 'UNAVAILABLE', retryable: true, retryAfterMs: 1_000 } },
    },
    refusal(410, 'QUOTE_EXPIRED', 'REFUSED', 'QUOTE_EXPIRED'),
    refusal(422, 'VALIDATION_FAILED', 'REFUSED', 'VALIDATION'),
    refusal(422, 'PAYMENT_MISMATCH', 'REFUSED', 'PAYMENT_MISMATCH'),
    refusal(422, 'QUOTE_NOT_BINDABLE', 'REFUSED', 'UNDERWRITING'),
    refusal(422, 'IDEMPOTENCY_KEY_REUSED', 'REFUSED', 'PROTOCOL'),
    refusal(428, 'IDEMPOTENCY_KEY_REQUIRED', 'REFUSED', 'PROTOCOL'),
    {
      code: 'RATE_LIMITED',
      answer: () => problem(429, 'RATE_LIMITED', {}, { 'retry-after': '7' }),
      reply: { outcome: 'FAILED', error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 7_000 } },
    },
    refusal(500, 'INTERNAL_ERROR', 'UNKNOWN', 'PARTNER_INTERNAL'),
    refusal(502, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN', 'UNAVAILABLE', true),
    refusal(503, 'UPSTREAM_UNAVAILABLE', 'FAILED', 'UNAVAILABLE', true),
    refusal(504, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN', 'UNAVAILABLE', true),
  ],
  codesLeftOut: [
    {
      because: 'the token endpoint alone says so, and its specs are those of the client',
      codes: ['invalid_client', 'invalid_request', 'invalid_scope', 'unsupported_grant_type'],
    },
  ],
  inquiries: { leftOut: 'A finds a policy by its own id alone, and a lost answer takes that with it (A.3)' },
  afterLoss: { answer: created, reply: ISSUED },
  sends: [
    '/proposer/fullName',
    '/proposer/email',
    '/proposer/mobile',
    '/proposer/address/line1',
    '/proposer/address/city',
    '/proposer/address/pincode',
    '/proposer/nominee/fullName',
    '/proposer/panLast4',
    '/asset/engineNumber',
    '/asset/chassisNumber',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: SCHEDULE,
    answer: () => ({ status: 200, contentType: 'application/pdf', body: '%PDF-1.4\nAGP-000031' }),
  },
};
