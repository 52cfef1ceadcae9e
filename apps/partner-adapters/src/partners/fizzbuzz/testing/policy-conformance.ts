import { type PolicyDescription, type PolicyRefusal, type WireAnswer, wireJson } from '@app/partner-kit/conformance';
import type { ReceivedCall } from '@app/partner-kit/testing';
import { CAR_ORDER, ISSUED, ISSUED_REPLY, PENDING, PRINTED_CALL, TRIP_ORDER } from './worked-policies.js';

/** Policies of Fizzbuzz on the wire, from the text of partners.md F.3 and F.4. */

type Reply = PolicyRefusal['reply'];
type Category = NonNullable<Reply['error']>['category'];

type Body = Pick<ReceivedCall, 'body'>;

const call = ({ body }: Body) => JSON.parse(body);
const isIssue = (received: ReceivedCall): boolean => call(received).method === 'policy.issue';

/** All but the key. */
function mappedPart(received: Body): unknown {
  const { params, ...others } = call(received);
  const { dedupeKey: _, ...mapped } = params;
  return { ...others, params: mapped };
}

const answered = (result: object): WireAnswer => wireJson(200, { jsonrpc: '2.0', id: 1, result });

/** F's texts may quote what we sent. */
const refused = (code: number, data: object = {}): WireAnswer =>
  wireJson(200, { jsonrpc: '2.0', id: 1, error: { code, message: 'Holderconforming +919812345678', data } });

const refusal = (code: number, outcome: Reply['outcome'], category: Category, data: object = {}): PolicyRefusal => ({
  code: String(code),
  answer: () => refused(code, data),
  reply: { outcome, error: { category } },
});

/** The HTTP statuses of F.1, without a body. */
const status = (code: 401 | 403, outcome: 'FAILED' | 'REFUSED', category: Category): PolicyRefusal => ({
  code: `HTTP ${code}`,
  answer: () => ({ status: code, contentType: 'text/plain', body: '' }),
  reply: { outcome, error: { category } },
});

const TRIP = {
  ...ISSUED,
  policyNo: 'FZ-2026-T-00078',
  effective: { from: '2026-12-20', to: '2026-12-29' },
};

/** Says this to whoever asks for the policy, and issues it to whoever wants that. */
const toldFirst =
  (told: WireAnswer) =>
  (received: ReceivedCall): WireAnswer =>
    isIssue(received) ? answered(ISSUED) : told;

export const policies: PolicyDescription = {
  isIssue,
  readCall: mappedPart,
  keyOf: (received) => call(received).params.dedupeKey,
  examples: [
    {
      name: 'm1 PLUS',
      order: CAR_ORDER,
      asks: mappedPart({ body: PRINTED_CALL }),
      answer: () => answered(ISSUED),
      reply: ISSUED_REPLY,
    },
    {
      name: 'r1 GOLD',
      order: TRIP_ORDER,
      answer: () => answered(TRIP),
      reply: { ...ISSUED_REPLY, policyNumber: TRIP.policyNo, period: TRIP.effective },
    },
  ],
  pending: { answer: () => answered(PENDING) },
  refusals: [
    status(401, 'FAILED', 'AUTHENTICATION'),
    status(403, 'REFUSED', 'AUTHORIZATION'),
    refusal(-32700, 'REFUSED', 'PROTOCOL'),
    refusal(-32600, 'REFUSED', 'PROTOCOL'),
    refusal(-32601, 'REFUSED', 'PROTOCOL'),
    refusal(-32602, 'REFUSED', 'VALIDATION'),
    refusal(-32603, 'UNKNOWN', 'PARTNER_INTERNAL'),
    {
      code: '-32010',
      answer: () => refused(-32010, { retryAfterMs: 1_500 }),
      reply: { outcome: 'FAILED', error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 1_500 } },
    },
    refusal(-32020, 'FAILED', 'UNAVAILABLE'),
    {
      code: '-32030',
      answer: (received) => (isIssue(received) ? refused(-32030, { policyNo: ISSUED.policyNo }) : answered(ISSUED)),
      reply: ISSUED_REPLY,
    },
    { code: '-32030 without a number', answer: () => refused(-32030), reply: { outcome: 'PENDING' } },
    refusal(-32031, 'REFUSED', 'PROTOCOL'),
    refusal(-32032, 'REFUSED', 'QUOTE_EXPIRED'),
    {
      code: '-32033',
      answer: () => refused(-32033, { newTotalMinor: 1_593_400 }),
      reply: { outcome: 'REFUSED', error: { category: 'PRICE_CHANGED' }, newTotalMinor: 1_593_400 },
    },
    refusal(-32034, 'REFUSED', 'UNDERWRITING'),
    refusal(-32035, 'REFUSED', 'PAYMENT_MISMATCH'),
    refusal(-32040, 'REFUSED', 'NOT_FOUND'),
    refusal(-32099, 'UNKNOWN', 'PROTOCOL'),
  ],
  codesLeftOut: [{ because: 'only a plan inside a quote fails so', codes: ['FZ-E10', 'FZ-E11'] }],
  inquiries: [
    { name: 'issued', answer: toldFirst(answered(ISSUED)), issues: false, reply: ISSUED_REPLY },
    { name: 'pending', answer: toldFirst(answered(PENDING)), issues: false, reply: { outcome: 'PENDING' } },
    { name: 'not issued', answer: toldFirst(refused(-32040)), issues: true, reply: ISSUED_REPLY },
    {
      name: 'no word',
      answer: toldFirst(refused(-32020)),
      issues: false,
      reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } },
    },
    {
      name: 'a word that says nothing of it',
      answer: toldFirst(refused(-32602)),
      issues: false,
      reply: { outcome: 'UNKNOWN', error: { category: 'VALIDATION' } },
    },
  ],
  afterLoss: { answer: () => answered(ISSUED), reply: ISSUED_REPLY },
  sends: [
    '/proposer/fullName',
    '/proposer/email',
    '/proposer/mobile',
    '/proposer/address/line1',
    '/proposer/address/city',
    '/proposer/address/pincode',
    '/asset/engineNumber',
    '/asset/chassisNumber',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: 'document/0',
    answer: () => answered(ISSUED),
  },
  faultsLeftOut: { 'a body larger than allowed': 'an answer holds documents, so that much more than this is allowed' },
};
