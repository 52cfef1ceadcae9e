import { type PolicyDescription, type PolicyRefusal, type WireAnswer, wireJson } from '@app/partner-kit/conformance';
import type { PlayedJobs } from './played-jobs.js';
import {
  DOCUMENT_PATH,
  endedWith,
  HEALTH_ORDER,
  ISSUED,
  ISSUED_REPLY,
  PRINTED_ORDER,
  refusedWith,
  TERM_ORDER,
} from './worked-policies.js';

/** Policies of Eleventh Hour on the wire, from the text of partners.md E.5 and E.6. */

type Reply = PolicyRefusal['reply'];
type Category = NonNullable<Reply['error']>['category'];

// E's texts may quote what we sent.
const refused = (status: number, code: string, headers: WireAnswer['headers'] = {}): WireAnswer =>
  wireJson(
    status,
    { errors: [{ code, target: null, detail: 'Holderconforming +919812345678' }], traceId: 'tr-91' },
    headers,
  );

const TERM_ISSUED = { ...ISSUED, policyNumber: 'EH-T-000000072', coverTo: '2046-11-30' };

const atSubmit = (status: number, code: string, outcome: Reply['outcome'], category: Category): PolicyRefusal => ({
  code,
  answer: () => refused(status, code),
  reply: { outcome, error: { category } },
});

/** Every job ends so, whatever id it is submitted under. */
function rowsOfJobs(jobs: PlayedJobs): readonly PolicyRefusal[] {
  const ending = (code: string, result: object, reply: Reply): PolicyRefusal => {
    return { code, answer: () => jobs.policy(result), reply };
  };
  const refusal = (code: string, category: Category): PolicyRefusal =>
    ending(code, refusedWith(code), { outcome: 'REFUSED', error: { category, partnerCode: code } });
  const forgotten = (status: number, code: string): PolicyRefusal => {
    const reply: Reply = { outcome: 'UNKNOWN', error: { category: 'NOT_FOUND' } };
    return { code, answer: () => jobs.lostPolicy(refused(status, code)), reply };
  };
  const used = { policyNumber: 'EH-H-000000071' };
  return [
    forgotten(404, 'EH-4040'),
    forgotten(410, 'EH-4100'),
    refusal('EH-4091', 'QUOTE_EXPIRED'),
    ending('EH-4092', refusedWith('EH-4092', { newTotal: '15686.07' }), {
      outcome: 'REFUSED',
      error: { category: 'PRICE_CHANGED' },
      newTotalMinor: 1_568_607,
    }),
    ending('EH-4093', refusedWith('EH-4093', used), { outcome: 'ISSUED', documents: [], ...used }),
    ending('EH-4093 without a number', refusedWith('EH-4093'), {
      outcome: 'UNKNOWN',
      error: { category: 'DUPLICATE' },
    }),
    refusal('EH-4094', 'PAYMENT_MISMATCH'),
    refusal('EH-4095', 'UNDERWRITING'),
    ending('EH-5001', endedWith('EH-5001', false), { outcome: 'UNKNOWN', error: { category: 'PARTNER_INTERNAL' } }),
    ending('EH-5002', endedWith('EH-5002', true), { outcome: 'FAILED', error: { category: 'UNAVAILABLE' } }),
  ];
}

export const policiesOver = (jobs: PlayedJobs): PolicyDescription => ({
  isIssue: ({ method, path }) => method === 'POST' && path === '/api/v3/policies',
  readCall: ({ body }) => JSON.parse(body),
  keyOf: ({ headers }) => headers['x-request-id'],
  examples: [
    {
      name: 'h1',
      order: HEALTH_ORDER,
      asks: JSON.parse(PRINTED_ORDER),
      answer: () => jobs.policy(ISSUED),
      reply: ISSUED_REPLY,
    },
    {
      name: 'l2 in instalments',
      order: TERM_ORDER,
      asks: {
        ...JSON.parse(PRINTED_ORDER),
        total: '1105.38',
        payment: { ref: 'PAY-88f2', amount: '1105.38', receivedAt: '2026-11-23T15:45:00+05:30' },
      },
      answer: () => jobs.policy(TERM_ISSUED),
      reply: { ...ISSUED_REPLY, policyNumber: 'EH-T-000000072', period: { from: '2026-12-01', to: '2046-11-30' } },
    },
  ],
  pending: { answer: () => jobs.runningPolicy() },
  refusals: [
    atSubmit(401, 'EH-4010', 'FAILED', 'AUTHENTICATION'),
    atSubmit(400, 'EH-4001', 'REFUSED', 'VALIDATION'),
    atSubmit(400, 'EH-4002', 'REFUSED', 'VALIDATION'),
    atSubmit(400, 'EH-4003', 'REFUSED', 'VALIDATION'),
    {
      code: 'EH-4290',
      answer: () => refused(429, 'EH-4290', { 'retry-after': '3' }),
      reply: { outcome: 'FAILED', error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 } },
    },
    atSubmit(503, 'EH-5030', 'FAILED', 'UNAVAILABLE'),
    atSubmit(400, 'EH-4999', 'UNKNOWN', 'PROTOCOL'),
    ...rowsOfJobs(jobs),
  ],
  codesLeftOut: [],
  inquiries: { leftOut: 'E finds a policy by its job alone, which the repeat of a submit gives again' },
  afterLoss: { answer: () => jobs.policy(ISSUED), reply: ISSUED_REPLY },
  sends: [
    '/proposer/fullName',
    '/proposer/email',
    '/proposer/mobile',
    '/proposer/nominee/fullName',
    '/payment/reference',
  ],
  needs: [],
  document: {
    reference: DOCUMENT_PATH,
    answer: () => ({ status: 200, contentType: 'application/pdf', body: '%PDF-1.4\n' }),
  },
});
