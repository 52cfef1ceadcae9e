import { createLogger } from '@app/platform';
import { canonicalErrorOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeskInMemory } from '../applications/testing/desk-in-memory.js';
import { KeepDocumentHandler } from './keep-document.handler.js';
import { ReceiveResultsHandler } from './receive-results.handler.js';

const UNKNOWN_ID = '01989d1a-0000-7000-8000-000000000000';
const DOCUMENT = {
  id: '01989d1a-0000-7000-8000-00000000000d',
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
};

describe('results of issuance', () => {
  let memory: DeskInMemory;
  let results: ReceiveResultsHandler;
  beforeEach(() => {
    memory = new DeskInMemory();
    results = new ReceiveResultsHandler({ desk: memory.desk, logger: createLogger('results-spec', 'silent') });
  });

  const issued = (applicationId: string, rest: object = {}) => ({
    ...{ applicationId, attempt: 1, outcome: 'ISSUED', policyNumber: 'AG/PC/2026/0000031' },
    ...{ period: { from: '2026-12-01', to: '2027-11-30' }, documents: [DOCUMENT] },
    ...rest,
  });

  it('each get a receipt in the order sent, whatever the others are', async () => {
    const [one, two] = [await memory.submitted(), await memory.submitted()];
    const receipts = await results.handle([
      issued(one.id),
      issued(UNKNOWN_ID),
      issued(two.id, { policyNumber: undefined }),
      'nonsense',
      issued(one.id),
      { applicationId: two.id, attempt: 1, outcome: 'FAILED', error: canonicalErrorOf({ category: 'UNAVAILABLE' }) },
    ]);
    expect(receipts).toMatchObject([
      { applicationId: one.id, result: 'STORED' },
      { applicationId: UNKNOWN_ID, result: 'UNKNOWN_APPLICATION' },
      { applicationId: two.id, result: 'INVALID', detail: expect.stringContaining('policy number') },
      { applicationId: null, result: 'INVALID' },
      { applicationId: one.id, result: 'DUPLICATE' },
      { applicationId: two.id, result: 'STORED' },
    ]);
    expect(await memory.read(one.id)).toMatchObject({ status: 'ISSUED', policyNumber: 'AG/PC/2026/0000031' });
    expect(await memory.read(two.id)).toMatchObject({ status: 'SUBMITTED', fault: { category: 'UNAVAILABLE' } });
    expect(memory.told).toEqual(['policy-lifecycle policy.issued.v1']);
  });

  it('that need an error are invalid without one', async () => {
    const { id } = await memory.submitted();
    const receipts = await results.handle([{ applicationId: id, attempt: 1, outcome: 'REFUSED' }]);
    expect(receipts).toMatchObject([{ result: 'INVALID', detail: expect.stringContaining('error') }]);
  });

  it('alert operators when a partner names a second policy, once', async () => {
    const { id } = await memory.submitted();
    const second = issued(id, { policyNumber: 'AG/PC/2026/0000032' });
    const receipts = await results.handle([issued(id), issued(id), second, second]);
    expect(receipts.map(({ result }) => result)).toEqual(['STORED', 'DUPLICATE', 'STORED', 'DUPLICATE']);
    expect(memory.told).toEqual(['policy-lifecycle policy.issued.v1', 'operator-alerts policy.issuance-failed.v1']);
    const { data } = JSON.parse(memory.committed.at(-1)?.body ?? '');
    expect(data).toMatchObject({ status: 'ISSUED', reason: 'ANOTHER_POLICY', cause: { category: 'DUPLICATE' } });
    expect(await memory.read(id)).toMatchObject({ status: 'ISSUED', policyNumber: 'AG/PC/2026/0000031' });
  });

  it('of fifty at once for one application store one', async () => {
    const { id } = await memory.submitted();
    const posts = await Promise.all(Array.from({ length: 50 }, () => results.handle([issued(id)])));
    expect(posts.flat().filter(({ result }) => result === 'STORED')).toHaveLength(1);
    expect(memory.told).toEqual(['policy-lifecycle policy.issued.v1']);
  });

  it('announce documents, whose bytes are kept once', async () => {
    const { id } = await memory.submitted();
    await results.handle([issued(id)]);
    const documents = new KeepDocumentHandler(memory.desk);
    const put = (text: string, documentId = DOCUMENT.id) =>
      documents.handle({ id, documentId, bytes: Buffer.from(text) });
    expect(await put('%PDF-1.7 first')).toBe('KEPT');
    const kept = await memory.read(id);
    expect(kept.documents).toMatchObject([{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await put('%PDF-1.7 second')).toBe('KEPT');
    expect(await memory.read(id)).toEqual(kept);
    expect(Buffer.from((await memory.store.document(id, DOCUMENT.id)) ?? []).toString()).toBe('%PDF-1.7 first');
    expect(await put('%PDF-', UNKNOWN_ID)).toBe('UNKNOWN');
    expect(await documents.handle({ id: UNKNOWN_ID, documentId: DOCUMENT.id, bytes: Buffer.from('x') })).toBe(
      'UNKNOWN',
    );
    await expect(put('')).rejects.toMatchObject({ status: 422 });
  });
});
