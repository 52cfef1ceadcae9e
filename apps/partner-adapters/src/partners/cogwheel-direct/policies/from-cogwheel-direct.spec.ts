import { describe, expect, it } from '@jest/globals';
import { answerWith, IN_PROCESS, MOTOR_ORDER, POLICY, statusWith } from '../testing/worked-policies.js';
import { fromCogwheelDirect } from './from-cogwheel-direct.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { policyAnswerTo, policyStatus } from './wire.js';

const schema = policyAnswerTo(toCogwheelDirect(MOTOR_ORDER));
const replyTo = (answer: object) => fromCogwheelDirect(schema.parse(answer).policy, MOTOR_ORDER.applicationId);

describe('a policy of Cogwheel Direct as ours', () => {
  it('has number, period and document as printed', () => {
    expect(replyTo(answerWith(POLICY))).toEqual({
      outcome: 'ISSUED',
      policyNumber: 'CGD-2026-004411',
      period: { from: '2026-12-01', to: '2027-11-30' },
      documents: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          type: 'POLICY_SCHEDULE',
          contentType: 'application/pdf',
          reference: '/v2/policy/CGD-2026-004411/pdf',
        },
      ],
    });
  });

  it('is the same one, document included, when it is told again', () => {
    expect(replyTo(answerWith(POLICY, { duplicate: true }))).toEqual(replyTo(answerWith(POLICY)));
  });

  it('is pending while it is in process', () => {
    expect(replyTo(answerWith(IN_PROCESS))).toEqual({ outcome: 'PENDING' });
  });

  /** A number may hold slashes (partners.md 0.4). */
  it.each(['CGD/2026/004411', 'CGD%2F2026%2F004411', 'CGD%2f004411', '0.CGD_2026-004411..'])(
    'has its document below the number %s',
    (number) => {
      const reference = `/v2/policy/${number}/pdf`;
      expect(replyTo(answerWith({ ...POLICY, doc_url: reference }))).toMatchObject({ documents: [{ reference }] });
    },
  );

  it.each([
    undefined,
    7,
    `/v2/policy/${'CGD/'.repeat(200)}pdf`,
    '/v2/policy/CGD//004411/pdf',
    '/v2/policy/CGD%2E%2E/pdf',
    '/v2/policy/CGD%2F../pdf',
    'https://elsewhere.example/v2/policy/CGD-2026-004411/pdf',
    '//elsewhere.example/v2/policy/CGD/pdf',
    '/v2/policy/../pdf',
    '/v2/policy/./pdf',
    '/v2/policy/CGD/../../admin/pdf',
    '/v2/policy/CGD%2F..%2Fx/pdf',
    '/v2/policy/CGD/pdf?x=1',
    '/v2/policy/CGD/pdf\n',
    '/v1/policy/CGD/pdf',
  ])('counts without a document at %p', (doc_url) => {
    expect(replyTo(answerWith({ ...POLICY, doc_url }))).toMatchObject({ outcome: 'ISSUED', documents: [] });
  });

  it.each([
    ['there is not', { to: '31/11/2027' }],
    ['is written otherwise', { from: '2026-12-01' }],
    ['is missing', { from: undefined }],
  ])('counts without its period where a day %s', (_what, days) => {
    const { period: _, ...rest } = { period: undefined, ...replyTo(answerWith(POLICY)) };
    expect(replyTo(answerWith({ ...POLICY, ...days }))).toEqual(rest);
  });

  it.each([
    ['to another reference', answerWith(POLICY, { issue_ref: 'ISS-01J9-0001' })],
    ['of no policy', answerWith({ state: 'NONE' })],
    ['of an issued policy without a number', answerWith({ ...POLICY, policy_no: undefined })],
    ['that says it failed', answerWith(POLICY, { status: 'ERROR' })],
  ])('is not in an answer %s', (_what, answer) => {
    expect(schema.safeParse(answer).success).toBe(false);
  });

  it('may be none where its state is asked', () => {
    expect(policyStatus.safeParse(statusWith({ state: 'NONE' })).success).toBe(true);
    expect(policyStatus.safeParse(statusWith({ state: 'GONE' })).success).toBe(false);
  });
});
