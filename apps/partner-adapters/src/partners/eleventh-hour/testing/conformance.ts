import {
  type DeclineExample,
  type Example,
  type PartnerDescription,
  type Refusal,
  type WireAnswer,
  wireJson,
} from '@app/partner-kit/conformance';
import { healthRequestFor, termLifeRequestFor } from '../../../testing/canonical-requests.js';
import { eleventhHourAdapter } from '../index.js';
import { PlayedJobs } from './played-jobs.js';
import { policiesOver } from './policy-conformance.js';
import { PolledTime } from './polled-time.js';
import { done, H1, H2, H4, L1, L2, L3, resultOf } from './worked-answers.js';
import { H1_QUESTION, L2_QUESTION, WEBHOOK_URL } from './worked-questions.js';

/** Eleventh Hour on the wire, from the text of partners.md E. */

const jobs = new PlayedJobs();

type Priced = typeof H1;

const quoted = ({ total }: Priced) => ({
  status: 'QUOTED',
  offers: [{ premium: { currency: 'INR', totalMinor: Number(total.replace('.', '')) } }],
});

const example = (name: string, request: Example['request'], priced: Priced, asks?: unknown): Example => ({
  name,
  request,
  asks,
  answer: () => jobs.pushed(resultOf(priced)),
  reply: quoted(priced),
});

const decline = (code: string, category: DeclineExample['category'], request: Example['request']): DeclineExample => ({
  code,
  category,
  request,
  answer: () => jobs.pushed({ outcome: 'DECLINE', reasons: [{ code, text: 'No' }] }),
});

const refused = (status: number, code: string, headers: WireAnswer['headers'] = {}): WireAnswer =>
  // E's texts may quote what we sent.
  wireJson(
    status,
    { errors: [{ code, target: null, detail: 'DIABETES of +919800000001' }], traceId: 'tr-91' },
    headers,
  );

const refusal = (status: number, code: string, category: Refusal['category'], retryable = false): Refusal => ({
  code,
  answer: refused(status, code),
  category,
  retryable,
});

const failedJob = (code: string, retryable: boolean): WireAnswer =>
  jobs.pushed({ outcome: 'ERROR', reasons: [], error: { code, retryable } });

const h1 = resultOf(H1);
const [self] = healthRequestFor('h1').risk.members;
const withOtherCondition = self === undefined ? [] : [{ ...self, preExisting: ['OTHER' as const] }];

export const eleventhHourConformance: PartnerDescription = {
  adapter: eleventhHourAdapter(new PolledTime()),
  environment: { PARTNER_ELEVENTH_HOUR_WEBHOOK_URL: WEBHOOK_URL },
  beside: jobs.answerPoll,
  readCall: ({ body }) => JSON.parse(body),
  isAuthenticated: ({ headers }) =>
    headers.authorization === 'ApiKey ehk_sandbox_4c1f' && headers['x-request-id'] !== undefined,
  examples: [
    example('h1', healthRequestFor('h1'), H1, H1_QUESTION),
    {
      name: 'h1 polled',
      request: healthRequestFor('h1'),
      answer: () => jobs.polledFor((jobId) => ({ ...done(h1), jobId })),
      reply: quoted(H1),
    },
    example('h2', healthRequestFor('h2'), H2),
    example('h4', healthRequestFor('h4'), H4),
    example('l1', termLifeRequestFor('l1'), L1),
    example('l2', termLifeRequestFor('l2'), L2, L2_QUESTION),
    {
      name: 'l3 referred',
      request: termLifeRequestFor('l3'),
      answer: () => jobs.pushed(resultOf(L3, { code: 'EH-R2', text: 'Sum assured' })),
      reply: { ...quoted(L3), status: 'REFERRED' },
    },
  ],
  declines: [
    decline('EH-D1', 'AGE', healthRequestFor('h1')),
    decline('EH-D2', 'HEALTH', healthRequestFor('h3')),
    decline('EH-D3', 'AGE', termLifeRequestFor('l1')),
    decline('EH-D4', 'AGE', termLifeRequestFor('l3')),
    decline('EH-D5', 'OTHER', termLifeRequestFor('l1')),
    decline('EH-D6', 'APPETITE', termLifeRequestFor('l2')),
    decline('EH-D9', 'OTHER', healthRequestFor('h1')),
    decline('EH-D77', 'OTHER', healthRequestFor('h2')),
  ],
  refusals: [
    refusal(401, 'EH-4010', 'AUTHENTICATION'),
    refusal(400, 'EH-4001', 'VALIDATION'),
    refusal(400, 'EH-4002', 'VALIDATION'),
    refusal(400, 'EH-4003', 'VALIDATION'),
    // Both come to polls, which are read as submits are.
    refusal(404, 'EH-4040', 'NOT_FOUND'),
    refusal(410, 'EH-4100', 'NOT_FOUND'),
    refusal(429, 'EH-4290', 'RATE_LIMITED', true),
    refusal(503, 'EH-5030', 'UNAVAILABLE', true),
    { code: 'EH-5001', answer: failedJob('EH-5001', false), category: 'PARTNER_INTERNAL', retryable: false },
    { code: 'EH-5002', answer: failedJob('EH-5002', true), category: 'UNAVAILABLE', retryable: true },
    refusal(400, 'EH-4999', 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'only a job that issues a policy ends so',
      codes: ['EH-4091', 'EH-4092', 'EH-4093', 'EH-4094', 'EH-4095'],
    },
  ],
  rateLimit: { answer: refused(429, 'EH-4290', { 'retry-after': '3' }), retryAfterMs: 3_000 },
  errorInSuccess: { answer: failedJob('EH-5002', true), category: 'UNAVAILABLE' },
  wrongCurrency: { answer: jobs.pushed({ ...h1, offer: { ...h1.offer, currency: 'USD' } }), category: 'PROTOCOL' },
  brokenSums: { answer: jobs.pushed({ ...h1, offer: { ...h1.offer, net: '15186.06' } }), category: 'PROTOCOL' },
  answerToAnother: { answer: jobs.polledFor(() => done(h1)), category: 'PROTOCOL' },
  notAsked: [
    { what: 'a sum insured above the highest', request: healthRequestFor('h1', { sumInsuredMinor: 1_000_000_001 }) },
    { what: 'a condition that it does not know', request: healthRequestFor('h1', { members: withOtherCondition }) },
    { what: 'premiums for less than the term', request: termLifeRequestFor('l1', { premiumPaymentTermYears: 10 }) },
  ],
  policies: policiesOver(jobs),
  needs: [
    { pointer: '/risk/members/*/preExisting', because: 'conditions are rated (E.2)' },
    { pointer: '/risk/annualIncomeMinor', because: 'it is mandatory, and the sum assured is limited by it (E.2)' },
  ],
};
