import { issuanceSecrets } from '@app/contracts';
import { askAgain, ok, recordIssuance, refused } from '@app/domain';
import { canonicalErrorOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { partnerSealers } from '../testing/business-under-test.js';
import { DeskInMemory } from './testing/desk-in-memory.js';

const error = canonicalErrorOf({ category: 'TIMEOUT' });

describe('the desk of applications', () => {
  let memory: DeskInMemory;
  beforeEach(() => {
    memory = new DeskInMemory();
  });

  const unknown = async () => {
    const { id } = await memory.submitted();
    await memory.desk.change(id, (application, circumstances) => {
      const result = { applicationId: id, attempt: 1, outcome: 'UNKNOWN', error } as const;
      return ok(recordIssuance(application, result, circumstances).application);
    });
    return id;
  };

  it('sends a message for every new attempt, with the personal fields sealed for the partner', async () => {
    const id = await unknown();
    memory.clock.advance(3_000);
    await memory.desk.change(id, (application, { now }) => ok(askAgain(application, now)));
    expect(memory.requested).toMatchObject([
      { topic: 'queue:policy-issuance-acme-general', applicationId: id, attempt: 2, acceptances: 0 },
    ]);
    expect(JSON.parse(memory.committed.at(-1)?.body ?? '').attempt).toBe(2);
    const [data] = memory.requested;
    expect(JSON.stringify(data?.request)).not.toContain('+919800000001');
    const secrets = issuanceSecrets.parse(await partnerSealers.get('acme-general')?.open(data?.sealed ?? ''));
    expect(secrets.application.payment.reference).toBe('PAY-88f1');
  });

  it('keeps the passing of time, whatever is decided', async () => {
    const id = await unknown();
    memory.clock.advance(3_600_000);
    expect(await memory.desk.change(id, () => refused('NO'))).toEqual({ ok: false, error: 'NO' });
    expect((await memory.store.load(id))?.application.status).toBe('NEEDS_ATTENTION');
    expect(memory.told).toEqual([
      'policy-lifecycle policy.issuance-failed.v1',
      'operator-alerts policy.issuance-failed.v1',
    ]);
  });

  it('tells the root cause of what needs attention', async () => {
    const id = await unknown();
    memory.clock.advance(3_600_000);
    await memory.read(id);
    const alert = memory.committed.find(({ topic }) => topic === 'operator-alerts');
    expect(JSON.parse(alert?.body ?? '').data).toMatchObject({
      applicationId: id,
      status: 'NEEDS_ATTENTION',
      reason: 'LASTED_TOO_LONG',
      cause: { category: 'TIMEOUT' },
      refundDueMinor: 0,
    });
  });

  it('decides again on what somebody else has changed meanwhile', async () => {
    const id = await unknown();
    memory.clock.advance(3_000);
    const versions: number[] = [];
    const ask = () =>
      memory.desk.change(id, (application, { now }) => {
        versions.push(application.version);
        return ok(askAgain(application, now));
      });
    await Promise.all([ask(), ask(), ask()]);
    expect(memory.requested.map(({ attempt }) => attempt)).toEqual([2]);
    expect(versions.length).toBeGreaterThan(3);
  });

  it('knows nothing of what nobody has submitted', async () => {
    expect(await memory.desk.read('01989d1a-0000-7000-8000-000000000000')).toBeUndefined();
  });
});
