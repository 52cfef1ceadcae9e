import { describe, expect, it } from '@jest/globals';
import { ISSUED_POLICY, M1_ORDER, PENDING_POLICY } from '../testing/worked-policies.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { acmePolicy } from './wire.js';

const { applicationId } = M1_ORDER;
const [schedule] = ISSUED_POLICY.documents;

const read = (body: object) => fromAcmeGeneral(acmePolicy.parse(body), applicationId);

describe('a policy of Acme General as ours', () => {
  it('is the printed one, its days those of India', () => {
    const href = '/v1/policies/AGP-000031/documents/schedule.pdf';
    expect(read(ISSUED_POLICY)).toEqual({
      outcome: 'ISSUED',
      policyNumber: 'AG/PC/2026/0000031',
      period: { from: '2026-12-01', to: '2027-11-30' },
      documents: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          type: 'POLICY_SCHEDULE',
          contentType: 'application/pdf',
          reference: href,
        },
      ],
    });
  });

  it('has the same days when they are written in UTC', () => {
    const period = { from: '2026-11-30T18:30:00Z', to: '2027-11-30T18:29:59Z' };
    expect(read({ ...ISSUED_POLICY, period })).toMatchObject({ period: { from: '2026-12-01', to: '2027-11-30' } });
  });

  it('is pending while it has no number', () => {
    expect(read(PENDING_POLICY)).toEqual({ outcome: 'PENDING' });
  });

  it.each([
    ['a period that is none', { period: { from: 'today', to: 'tomorrow' } }],
    ['no period', { period: undefined }],
  ])('is there with %s, which is then told by others', (_what, changes) => {
    const reply = read({ ...ISSUED_POLICY, ...changes });
    expect(reply).toMatchObject({ outcome: 'ISSUED', policyNumber: 'AG/PC/2026/0000031' });
    expect(reply).not.toHaveProperty('period');
  });

  /** A policy's id may hold slashes (partners.md 0.4). */
  it.each(['AGP/2026/000031', 'AGP%2F2026%2F000031', 'AGP%2f31', '0.AGP_31..'])('has its document below %s', (id) => {
    const href = `/v1/policies/${id}/documents/schedule.pdf`;
    const policy = { ...ISSUED_POLICY, documents: [{ ...schedule, href }] };
    expect(read(policy)).toMatchObject({ documents: [{ reference: href }] });
  });

  it.each([
    `/v1/policies/${'AGP/'.repeat(200)}documents/schedule.pdf`,
    '/v1/policies/AGP//31/documents/schedule.pdf',
    '/v1/policies/AGP%2F../documents/schedule.pdf',
    '/v1/policies/AGP%2F..%2F..%2F/documents/schedule.pdf',
    'https://elsewhere.example/schedule.pdf',
    '//elsewhere.example/v1/policies/AGP-000031/documents/schedule.pdf',
    '/v1/policies/../documents/schedule.pdf',
    '/v1/policies/AGP-000031/documents/..',
    '/v1/policies/AGP-000031/documents/%2e%2e',
    '/v1/policies/AGP-000031/documents/a?b',
    '/oauth2/token',
  ])('announces no document at %s', (href) => {
    const documents = [{ ...schedule, href }, schedule];
    expect(read({ ...ISSUED_POLICY, documents })).toMatchObject({ documents: [{ type: 'POLICY_SCHEDULE' }] });
  });

  it.each([
    ['something that is no list', 'none'],
    ['documents of a kind that nobody knows', [{ ...schedule, type: 'POEM' }]],
  ])('has no documents for %s', (_what, documents) => {
    expect(read({ ...ISSUED_POLICY, documents })).toMatchObject({ outcome: 'ISSUED', documents: [] });
  });

  it.each([
    ['without a number', { ...ISSUED_POLICY, policyNumber: undefined }],
    ['in a state that nobody knows', { ...ISSUED_POLICY, status: 'CANCELLED' }],
    ['that is pending under no id', { ...PENDING_POLICY, policyId: '..' }],
  ])('is not read from one %s', (_what, body) => {
    expect(acmePolicy.safeParse(body).success).toBe(false);
  });
});
