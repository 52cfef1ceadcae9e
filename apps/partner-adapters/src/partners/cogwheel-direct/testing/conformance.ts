import {
  type DeclineExample,
  type Example,
  type PartnerDescription,
  type Refusal,
  type WireAnswer,
  wireJson,
} from '@app/partner-kit/conformance';
import { requestFor, termLifeRequestFor } from '../../../testing/canonical-requests.js';
import { adapter } from '../index.js';
import { policies } from './policy-conformance.js';
import { isSigned } from './signed-call.js';
import { M1, M2, M3, M4, M5, type Priced, printed, T1, T2, T3 } from './worked-answers.js';
import { MOTOR_QUESTIONS } from './worked-motor-questions.js';
import { L1, L2, L3, printedTerm, referredTerm, TERM_QUESTIONS } from './worked-term-life.js';

/** Cogwheel Direct on the wire, from the text of partners.md C. */

const questions = new Map<string, unknown>([...MOTOR_QUESTIONS, ...TERM_QUESTIONS]);

const answered = (body: string): WireAnswer => ({ status: 200, contentType: 'application/json', body });

const offers = (status: string, rupees: string) => ({
  status,
  offers: [{ premium: { currency: 'INR', totalMinor: Number(rupees) * 100 } }],
});

const motor = (name: Parameters<typeof requestFor>[0], priced: Priced): Example => ({
  name,
  request: requestFor(name),
  asks: questions.get(name),
  answer: () => answered(printed(priced)),
  reply: offers('QUOTED', priced.premium),
});

const life = (name: 'l1' | 'l2' | 'l3', body: string, reply: Example['reply']): Example => ({
  name,
  request: termLifeRequestFor(name),
  asks: questions.get(name),
  answer: () => answered(body),
  reply,
});

const decline = (code: string, category: DeclineExample['category'], request: Example['request']): DeclineExample => ({
  code,
  category,
  request,
  answer: () =>
    wireJson(200, { status: 'NO_QUOTE', request_ref: request.requestId, decline: { code, text: 'Not for us' } }),
});

const refused = (status: number, code: string, headers: WireAnswer['headers'] = {}): WireAnswer =>
  // C's texts may quote what we sent.
  wireJson(status, { status: 'ERROR', error: { code, text: 'MH 12 AB 1234 of 9800000001' } }, headers);

const refusal = (status: number, code: string, category: Refusal['category'], retryable = false): Refusal => ({
  code,
  answer: refused(status, code),
  category,
  retryable,
});

const m1 = printed(M1);

export const cogwheelConformance: PartnerDescription = {
  adapter,
  readCall: ({ body }) => JSON.parse(body),
  isAuthenticated: isSigned,
  examples: [
    motor('m1', M1),
    motor('m2', M2),
    motor('m3', M3),
    motor('m4', M4),
    motor('m5', M5),
    motor('t1', T1),
    motor('t2', T2),
    motor('t3', T3),
    life('l1', printedTerm(L1), offers('QUOTED', L1.premium)),
    life('l2', printedTerm(L2), offers('QUOTED', L2.premium)),
    life('l3', referredTerm(L3), offers('REFERRED', L3.premium)),
  ],
  declines: [
    decline('C-UW-10', 'VEHICLE', requestFor('m1')),
    decline('C-UW-11', 'VEHICLE', requestFor('m1')),
    decline('C-UW-21', 'VEHICLE', requestFor('t1')),
    decline('C-UW-31', 'AGE', termLifeRequestFor('l1')),
    decline('C-UW-32', 'AGE', termLifeRequestFor('l2')),
    decline('C-UW-99', 'OTHER', requestFor('m1')),
    decline('C-UW-77', 'OTHER', requestFor('m1')),
  ],
  refusals: [
    refusal(401, 'C-AUTH-001', 'AUTHENTICATION'),
    refusal(401, 'C-AUTH-004', 'AUTHENTICATION'),
    refusal(401, 'C-AUTH-002', 'AUTHENTICATION'),
    { ...refusal(401, 'C-AUTH-003', 'AUTHENTICATION'), calls: 2 },
    ...['001', '002', '003', '004', '005', '006', '017', '018'].map((number) =>
      refusal(400, `C-VAL-${number}`, 'VALIDATION'),
    ),
    refusal(404, 'C-ISS-404', 'NOT_FOUND'),
    refusal(429, 'C-RATE-001', 'RATE_LIMITED', true),
    refusal(500, 'C-SYS-500', 'PARTNER_INTERNAL'),
    refusal(502, 'C-SYS-900', 'UNAVAILABLE', true),
    refusal(503, 'C-SYS-900', 'UNAVAILABLE', true),
    refusal(400, 'C-VAL-999', 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'only what concerns a stored quote or a policy is answered so',
      codes: ['C-ISS-409', 'C-ISS-410', 'C-ISS-411', 'C-ISS-420', 'C-ISS-421', 'C-ISS-422'],
    },
  ],
  rateLimit: { answer: refused(429, 'C-RATE-001', { 'retry-after': '3' }), retryAfterMs: 3_000 },
  errorInSuccess: { answer: { ...refused(200, 'C-SYS-900') }, category: 'PROTOCOL' },
  wrongCurrency: { leftOut: 'no answer of C names a currency: its numbers are rupees by contract (C.2)' },
  brokenSums: { answer: answered(m1.replace('"premium":17044', '"premium":17045')), category: 'PROTOCOL' },
  answerToAnother: { answer: answered(m1.replace('"request_ref":"', '"request_ref":"x')), category: 'PROTOCOL' },
  notAsked: [
    { what: 'half-yearly premiums', request: termLifeRequestFor('l1', { frequency: 'HALF_YEARLY' }) },
    { what: 'premiums for less than the term', request: termLifeRequestFor('l1', { premiumPaymentTermYears: 5 }) },
    { what: 'a sum assured above the highest', request: termLifeRequestFor('l1', { sumAssuredMinor: 6_000_000_000 }) },
  ],
  needs: [{ pointer: '/risk/registrationNumber', because: 'null is for new vehicles only (C.2)' }],
  policies,
};
