import {
  type DeclineExample,
  type Example,
  type PartnerDescription,
  type Refusal,
  type WireAnswer,
  wireJson,
} from '@app/partner-kit/conformance';
import { requestFor, travelRequestFor } from '../../../testing/canonical-requests.js';
import { adapter } from '../index.js';
import { policies } from './policy-conformance.js';
import { M1, M4, M5, M6, offered, quoteSet, R1, R2, R4, RESULTS, referred } from './worked-answers.js';
import { M1_QUESTION, R1_QUESTION } from './worked-questions.js';

/** Fizzbuzz on the wire, from the text of partners.md F. */

const answered = (result: object, id = 1): WireAnswer => wireJson(200, { jsonrpc: '2.0', id, result });

type Priced = (typeof M1)[number];

const offers = (status: string, plans: readonly Priced[]) => ({
  status,
  offers: plans.map(({ plan, total }) => ({ planCode: plan, premium: { currency: 'INR', totalMinor: total } })),
});

const car = (name: 'm1' | 'm4' | 'm5', plans: readonly Priced[], asks?: unknown): Example => ({
  name,
  request: requestFor(name),
  asks,
  answer: () => answered(RESULTS[name]),
  reply: offers('QUOTED', plans),
});

const trip = (name: 'r1' | 'r2' | 'r4', plans: readonly Priced[], asks?: unknown): Example => ({
  name,
  request: travelRequestFor(name),
  asks,
  answer: () => answered(RESULTS[name]),
  reply: offers('QUOTED', plans),
});

const decline = (code: string, category: DeclineExample['category'], request: Example['request']): DeclineExample => ({
  code,
  category,
  request,
  answer: () => {
    const plan = request.productLine === 'travel' ? 'SILVER' : 'BASIC';
    return answered(quoteSet({ plan, state: 'DECLINE', reason: { code, text: 'No' } }));
  },
});

/** F's texts may quote what we sent. */
const refused = (code: number, data: object = {}): WireAnswer =>
  wireJson(200, { jsonrpc: '2.0', id: 1, error: { code, message: 'MH12AB1234 of +919800000001', data } });

const refusal = (code: number, category: Refusal['category'], retryable = false): Refusal => ({
  code: String(code),
  answer: refused(code),
  category,
  retryable,
});

/** The HTTP statuses of F.1, without a body. */
const status = (code: 401 | 403, category: Refusal['category']): Refusal => ({
  code: 'no code',
  answer: { status: code, contentType: 'text/plain', body: '' },
  category,
  retryable: false,
});

const failedPlan = (code: string, retryable: boolean): WireAnswer =>
  answered(quoteSet({ plan: 'BASIC', state: 'ERROR', error: { code, retryable, text: 'MH12AB1234' } }));

const [basic, plus] = M1;
const overcharged = { ...basic, net: basic.net + 1 };

export const fizzbuzzConformance: PartnerDescription = {
  adapter,
  readCall: ({ body }) => JSON.parse(body),
  isAuthenticated: ({ path, headers }) => path === '/rpc' && headers.authorization === 'Bearer fzb-sandbox-market',
  examples: [
    car('m1', M1, M1_QUESTION),
    car('m4', M4),
    car('m5', M5),
    {
      name: 'm6 with one plan failed',
      request: requestFor('m6'),
      answer: () => answered(RESULTS.m6),
      reply: { ...offers('QUOTED', M6), error: { category: 'PARTNER_INTERNAL', partnerCode: 'FZ-E10' } },
    },
    trip('r1', R1, R1_QUESTION),
    trip('r2', R2),
    trip('r4', R4),
    {
      name: 'm1 referred',
      request: requestFor('m1'),
      answer: () => answered(quoteSet(referred(basic), referred(plus))),
      reply: offers('REFERRED', M1),
    },
  ],
  declines: [
    decline('FZ-D01', 'VEHICLE', requestFor('m1')),
    decline('FZ-D02', 'VEHICLE', requestFor('m1')),
    decline('FZ-D11', 'AGE', travelRequestFor('r2')),
    decline('FZ-D12', 'AGE', travelRequestFor('r2')),
    decline('FZ-D13', 'HEALTH', travelRequestFor('r4')),
    decline('FZ-D99', 'OTHER', requestFor('m1')),
    decline('FZ-D77', 'OTHER', travelRequestFor('r1')),
  ],
  refusals: [
    status(401, 'AUTHENTICATION'),
    status(403, 'AUTHORIZATION'),
    refusal(-32700, 'PROTOCOL'),
    refusal(-32600, 'PROTOCOL'),
    refusal(-32601, 'PROTOCOL'),
    refusal(-32602, 'VALIDATION'),
    refusal(-32603, 'PARTNER_INTERNAL'),
    refusal(-32010, 'RATE_LIMITED', true),
    refusal(-32020, 'UNAVAILABLE', true),
    { code: 'FZ-E10', answer: failedPlan('FZ-E10', false), category: 'PARTNER_INTERNAL', retryable: false },
    { code: 'FZ-E11', answer: failedPlan('FZ-E11', true), category: 'UNAVAILABLE', retryable: true },
    { code: 'FZ-E77', answer: failedPlan('FZ-E77', true), category: 'PROTOCOL', retryable: false },
    refusal(-32099, 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'only what concerns a stored offer or a policy is answered so',
      codes: ['-32030', '-32031', '-32032', '-32033', '-32034', '-32035', '-32040'],
    },
  ],
  rateLimit: { answer: refused(-32010, { retryAfterMs: 1_500 }), retryAfterMs: 1_500 },
  errorInSuccess: { answer: refused(-32020), category: 'UNAVAILABLE' },
  wrongCurrency: { answer: answered({ ...RESULTS.m1, currency: 'USD' }), category: 'PROTOCOL' },
  brokenSums: { answer: answered(quoteSet(offered(overcharged))), category: 'PROTOCOL' },
  answerToAnother: { answer: answered({ ...RESULTS.m1, ref: 'Q-01J9-F' }), category: 'PROTOCOL' },
  notAsked: [
    { what: 'third-party cover alone', request: requestFor('m1', { coverType: 'THIRD_PARTY' }) },
    { what: 'a model that it does not know', request: requestFor('m1', { vehicleId: 'FW10' }) },
    { what: 'a trip within India', request: travelRequestFor('r1', { destinations: ['TH', 'IN'] }) },
    {
      what: 'a medical limit above its highest',
      request: travelRequestFor('r1', { medicalLimit: { amountMinor: 50_000_001, currency: 'USD' } }),
    },
  ],
  policies,
  needs: [
    { pointer: '/risk/registrationNumber', because: 'null is for new vehicles only (F.2)' },
    { pointer: '/risk/travellers/*/preExisting', because: 'conditions are rated (F.2)' },
  ],
};
