import type { DeclineExample, Example, PartnerDescription, Refusal, WireAnswer } from '@app/partner-kit/conformance';
import { requestFor } from '../../../testing/canonical-requests.js';
import { adapter } from '../index.js';
import { policies } from './policy-conformance.js';
import { M1, M2R, M3, M5, type Printed, priced, T1, T2, TXN_REF, unpriced } from './worked-answers.js';
import { QUESTIONS } from './worked-questions.js';

/** Dak Bungalow on the wire, from the text of partners.md D. */

const printed = (body: string): WireAnswer => ({ status: 200, contentType: 'text/plain; charset=ISO-8859-1', body });

const offers = (status: string, rupees: string) => ({
  status,
  offers: [{ quality: 'INDICATIVE', premium: { currency: 'INR', totalMinor: Number(rupees.replace(/[,.]/g, '')) } }],
});

const example = (name: Parameters<typeof requestFor>[0], answer: Printed): Example => ({
  name,
  request: requestFor(name),
  asks: QUESTIONS.get(name),
  answer: () => printed(priced(answer)),
  reply: offers('QUOTED', answer.total),
});

const decline = (code: string, category: DeclineExample['category']): DeclineExample => ({
  code,
  category,
  request: requestFor('m3'),
  answer: () => printed(unpriced('10|DECLINED', `E|${code}|mmv_cd|NOT FOR US`)),
});

const refusal = (code: string, category: Refusal['category'], retryable = false): Refusal => ({
  code,
  // D's texts may quote what we sent.
  answer: printed(unpriced(`${code}|MH12AB1234 OF 9800000001`)),
  category,
  retryable,
});

/** E21 and E33: asked again once. */
const inputError = (detail: string, calls = 1): Refusal => ({
  ...refusal('30', 'VALIDATION'),
  answer: printed(unpriced('30|INPUT ERROR', `E|${detail}|regn4|MH12AB1234 OF 9800000001`)),
  calls,
});

const m1 = priced(M1);

export const dakConformance: PartnerDescription = {
  adapter,
  readCall: ({ body }) => body,
  isAuthenticated: ({ path }) => /^\/cgi-bin\/p[a-z]+\.do\?api_key=dbk-sandbox-77(?:&|$)/.test(path),
  examples: [
    example('m1', M1),
    example('m3', M3),
    example('m5', M5),
    example('t1', T1),
    example('t2', T2),
    {
      name: 'm2 without zero depreciation',
      request: requestFor('m2'),
      asks: QUESTIONS.get('m2'),
      answer: ({ body }) =>
        printed(body.includes('nil_dep=Y') ? unpriced('30|INPUT ERROR', 'E|E33|nil_dep|NOT ALLOWED') : priced(M2R)),
      reply: offers('QUOTED', M2R.total),
    },
    {
      name: 'm1 referred',
      request: requestFor('m1'),
      answer: () => printed(priced(M1, '20|REFERRED TO BRANCH', 'E|E29|regn4|SANDBOX')),
      reply: offers('REFERRED', M1.total),
    },
  ],
  declines: [decline('E31', 'VEHICLE'), decline('E39', 'OTHER'), decline('E38', 'OTHER')],
  refusals: [
    ...['E01', 'E02', 'E05', 'E07', 'E14', 'E15', 'E98'].map((detail) => inputError(detail)),
    inputError('E21', 2),
    inputError('E33', 2),
    refusal('40', 'AUTHENTICATION'),
    refusal('45', 'NOT_FOUND'),
    refusal('90', 'UNAVAILABLE', true),
    refusal('98', 'RATE_LIMITED', true),
    refusal('99', 'PARTNER_INTERNAL'),
    refusal('77', 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'only what concerns a proposal or a policy is answered so',
      codes: ['41', '42', '43', '44', '46', '48'],
    },
  ],
  rateLimit: { answer: printed(unpriced('98|TOO MANY SESSIONS')), retryAfterMs: 1_000 },
  errorInSuccess: { answer: printed(unpriced('90|SYSTEM BUSY PLEASE RETRY')), category: 'UNAVAILABLE' },
  wrongCurrency: { leftOut: 'no answer of D names a currency: its amounts are rupees by contract (D.1)' },
  brokenSums: { answer: printed(m1.replace('13,435.00', '13,436.00')), category: 'PROTOCOL' },
  answerToAnother: { answer: printed(m1.replace(TXN_REF, 'Q01J9D')), category: 'PROTOCOL' },
  notAsked: [
    { what: 'a model that it does not know', request: requestFor('m4') },
    { what: 'a two-wheeler that it does not know', request: requestFor('t3') },
    { what: 'a BH plate', request: requestFor('m1', { registrationNumber: '22BH1234AA', bhSeries: true }) },
    { what: 'an office that it does not know', request: requestFor('m1', { rtoCode: 'KL07' }) },
  ],
  needs: [{ pointer: '/risk/registrationNumber', because: 'NEW is for new vehicles only (D.2)' }],
  policies,
};
