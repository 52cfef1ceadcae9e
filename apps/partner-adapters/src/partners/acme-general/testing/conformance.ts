import {
  type DeclineExample,
  type Example,
  type PartnerDescription,
  type Refusal,
  type WireAnswer,
  wireJson,
} from '@app/partner-kit/conformance';
import { json } from '@app/partner-kit/testing';
import { healthRequestFor, requestFor } from '../../../testing/canonical-requests.js';
import { adapter } from '../index.js';
import { policies } from './policy-conformance.js';
import { accepted, M1, M2, M3, M4, M5, M6, type Priced, T1, T2, T3 } from './worked-answers.js';
import { acceptedHealth, H1, H2, H3, HEALTH_QUESTIONS } from './worked-health.js';
import { MOTOR_QUESTIONS } from './worked-motor-questions.js';

/** Acme General on the wire, from the text of partners.md A. */

const TOKEN = 'agt_conformance';

const quoted = (totalMinor: number) => ({ status: 'QUOTED', offers: [{ premium: { totalMinor } }] });
const created = (body: object): WireAnswer => wireJson(201, body);

const questions = new Map<string, unknown>([...MOTOR_QUESTIONS, ...HEALTH_QUESTIONS]);

const motor = (name: Parameters<typeof requestFor>[0], priced: Priced): Example => ({
  name,
  request: requestFor(name),
  asks: questions.get(name),
  answer: () => created(accepted(priced)),
  reply: quoted(priced.total),
});

const family = (name: 'h1' | 'h2' | 'h3', priced: typeof H1): Example => ({
  name,
  request: healthRequestFor(name),
  asks: questions.get(name),
  answer: () => created(acceptedHealth(priced)),
  reply: quoted(priced.total),
});

const decline = (code: string, category: DeclineExample['category'], request: Example['request']): DeclineExample => ({
  code,
  category,
  request,
  answer: () => {
    const { premium: _, ...rest } = accepted(M1);
    return created({ ...rest, decision: 'DECLINED', bindable: false, reasons: [{ code, message: 'No' }] });
  },
});

const problem = (status: number, code: string, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  contentType: 'application/problem+json',
  // A's texts may quote what we sent.
  body: JSON.stringify({ title: 'No', status, code, detail: 'MH-12-AB-1234 of +919800000001' }),
  headers,
});

const refusal = (status: number, code: string, category: Refusal['category'], retryable = false): Refusal => ({
  code,
  answer: problem(status, code),
  category,
  retryable,
});

const m1 = accepted(M1);

export const acmeConformance: PartnerDescription = {
  adapter,
  beside: ({ path }) =>
    path === '/oauth2/token'
      ? json(200, { access_token: TOKEN, token_type: 'Bearer', expires_in: 300, scope: 'quotes policies' })
      : undefined,
  readCall: ({ body }) => JSON.parse(body),
  isAuthenticated: ({ headers }) => headers.authorization === `Bearer ${TOKEN}`,
  examples: [
    motor('m1', M1),
    motor('m2', M2),
    motor('m3', M3),
    motor('m4', M4),
    motor('m5', M5),
    motor('m6', M6),
    motor('t1', T1),
    motor('t2', T2),
    motor('t3', T3),
    family('h1', H1),
    family('h2', H2),
    family('h3', H3),
    {
      name: 'm1 referred',
      request: requestFor('m1'),
      answer: () =>
        created({ ...m1, decision: 'REFERRED', bindable: false, reasons: [{ code: 'AG-R02', message: '' }] }),
      reply: { status: 'REFERRED', offers: [{ bindable: false, referralReasons: [{ code: 'AG-R02' }] }] },
    },
  ],
  declines: [
    decline('AG-D01', 'VEHICLE', requestFor('m1')),
    decline('AG-D99', 'OTHER', requestFor('t1')),
    decline('AG-D11', 'AGE', healthRequestFor('h1')),
    decline('AG-D12', 'HEALTH', healthRequestFor('h2')),
    decline('AG-D77', 'OTHER', healthRequestFor('h3')),
  ],
  refusals: [
    refusal(400, 'MALFORMED_JSON', 'PROTOCOL'),
    { ...refusal(401, 'TOKEN_MISSING', 'AUTHENTICATION'), calls: 2 },
    { ...refusal(401, 'TOKEN_INVALID', 'AUTHENTICATION'), calls: 2 },
    { ...refusal(401, 'TOKEN_EXPIRED', 'AUTHENTICATION'), calls: 2 },
    refusal(403, 'INSUFFICIENT_SCOPE', 'AUTHORIZATION'),
    refusal(404, 'NOT_FOUND', 'NOT_FOUND'),
    refusal(422, 'VALIDATION_FAILED', 'VALIDATION'),
    refusal(429, 'RATE_LIMITED', 'RATE_LIMITED', true),
    refusal(500, 'INTERNAL_ERROR', 'PARTNER_INTERNAL'),
    refusal(502, 'UPSTREAM_UNAVAILABLE', 'UNAVAILABLE', true),
    refusal(503, 'UPSTREAM_UNAVAILABLE', 'UNAVAILABLE', true),
    refusal(504, 'UPSTREAM_UNAVAILABLE', 'UNAVAILABLE', true),
    refusal(422, 'NEVER_HEARD_OF', 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'the token endpoint alone says so, and its specs are those of the client',
      codes: ['invalid_client', 'invalid_request', 'invalid_scope', 'unsupported_grant_type'],
    },
    {
      because: 'only what concerns a stored quote or a policy is answered so',
      codes: [
        'QUOTE_NOT_FOUND',
        'POLICY_NOT_FOUND',
        'QUOTE_ALREADY_USED',
        'PRICE_CHANGED',
        'REQUEST_IN_PROGRESS',
        'QUOTE_EXPIRED',
        'PAYMENT_MISMATCH',
        'QUOTE_NOT_BINDABLE',
        'IDEMPOTENCY_KEY_REUSED',
        'IDEMPOTENCY_KEY_REQUIRED',
      ],
    },
  ],
  rateLimit: { answer: problem(429, 'RATE_LIMITED', { 'retry-after': '7' }), retryAfterMs: 7_000 },
  errorInSuccess: { answer: created({ code: 'INTERNAL_ERROR', status: 500 }), category: 'PROTOCOL' },
  wrongCurrency: { answer: created({ ...m1, premium: { ...m1.premium, currency: 'USD' } }), category: 'PROTOCOL' },
  brokenSums: { answer: created({ ...m1, premium: { ...m1.premium, net: m1.premium.net - 1 } }), category: 'PROTOCOL' },
  answerToAnother: { answer: created({ ...m1, partnerReference: 'Q-1' }), category: 'PROTOCOL' },
  notAsked: [
    { what: 'a model without a code', request: requestFor('m1', { vehicleId: 'FW09' }) },
    { what: 'the car of a company', request: requestFor('m1', { ownerType: 'COMPANY' }) },
    { what: 'a sum insured above the highest', request: healthRequestFor('h1', { sumInsuredMinor: 250_000_001 }) },
  ],
  needs: [
    { pointer: '/risk/registrationNumber', because: 'null is for new vehicles only (A.2)' },
    { pointer: '/risk/members/*/preExisting', because: 'conditions are rated (A.2)' },
  ],
  policies,
};
