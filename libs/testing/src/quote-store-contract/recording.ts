import { describe, expect, it } from '@jest/globals';
import { declinedAnswer, failedAnswer, quotedAnswer, referredAnswer } from '../builders/partner-answers.js';
import { RUNNING, type Suite } from './suite.js';

const UNKNOWN_ID = '01980000-0000-7000-8000-000000000000';
const PARTNERS = ['a', 'b', 'c', 'd'];

export const recordingSuite = (suite: Suite): void =>
  describe('recording answers', () => {
    it('keeps each kind of answer as it was posted, and raises the version by one for each', async () => {
      const requestId = await suite.accept(RUNNING, { partners: [...PARTNERS, 'e'] });
      const make = [quotedAnswer, referredAnswer, declinedAnswer, failedAnswer];
      const answers = make.map((build, at) => build({ requestId, partner: PARTNERS[at] ?? '' }));
      const records = await suite.store.record(answers);
      expect(records).toEqual(PARTNERS.map((partner) => ({ requestId, partner, result: 'STORED' })));
      const read = await suite.store.read(requestId);
      const rows = answers.map(({ requestId: _, answerId: __, ...answer }, at) => ({
        ...answer,
        late: false,
        version: at + 2,
      }));
      expect(read?.rows.slice(0, -1)).toEqual(rows);
      expect(read).toMatchObject({ version: 5, completedAt: null });
    });

    it('completes the request with the last answer, one version later', async () => {
      const requestId = await suite.accept(RUNNING, { partners: ['a', 'b'] });
      await suite.store.record([quotedAnswer({ requestId, partner: 'a' })]);
      await suite.store.record([failedAnswer({ requestId, partner: 'b' })]);
      const read = await suite.store.read(requestId);
      expect(read?.version).toBe(4);
      expect(read?.completedAt).toEqual(expect.any(String));
    });

    it('lets the first final answer win and keeps a record of the others', async () => {
      const requestId = await suite.accept(RUNNING);
      const first = declinedAnswer({ requestId, partner: 'acme-general' });
      const second = quotedAnswer({ requestId, partner: 'acme-general' });
      await suite.store.record([first]);
      const before = await suite.store.read(requestId);
      const duplicate = { requestId, partner: 'acme-general', result: 'DUPLICATE' };
      expect(await suite.store.record([second, first])).toEqual([duplicate, duplicate]);
      expect(await suite.store.read(requestId)).toEqual(before);
      expect(await suite.under.unstored()).toEqual([duplicate, duplicate]);
    });

    it('gives results in the order sent, over several requests and unknown ones', async () => {
      const one = await suite.accept(RUNNING);
      const two = await suite.accept(RUNNING);
      const answers = [
        quotedAnswer({ requestId: two, partner: 'acme-general' }),
        quotedAnswer({ requestId: UNKNOWN_ID, partner: 'acme-general' }),
        quotedAnswer({ requestId: one, partner: 'acme-general' }),
        quotedAnswer({ requestId: one, partner: 'nobody' }),
        failedAnswer({ requestId: two, partner: 'acme-general' }),
        quotedAnswer({ requestId: two, partner: 'cogwheel-direct' }),
      ];
      const results = (await suite.store.record(answers)).map(({ result }) => result);
      expect(results).toEqual(['STORED', 'UNKNOWN_REQUEST', 'STORED', 'UNKNOWN_REQUEST', 'DUPLICATE', 'STORED']);
    });

    it('tells the observer of the change and of its messages', async () => {
      const requestId = await suite.accept(RUNNING, { partners: ['a', 'b'] });
      await suite.store.record(['a', 'b'].map((partner) => quotedAnswer({ requestId, partner })));
      expect(suite.observer.changes.at(-1)).toEqual(await suite.store.read(requestId));
      expect(suite.observer.messages.map(({ body }) => body)).toEqual(['a QUOTED 2', 'b QUOTED 3', 'completed 4']);
    });

    it('gives fifty concurrent answers for one request versions without a gap', async () => {
      const partners = Array.from({ length: 50 }, (_, at) => `partner-${String(at).padStart(2, '0')}`);
      const requestId = await suite.accept(RUNNING, { partners });
      await Promise.all(partners.map((partner) => suite.store.record([quotedAnswer({ requestId, partner })])));
      const read = await suite.store.read(requestId);
      expect(read?.version).toBe(52);
      const versions = read?.rows.map(({ version }) => version).sort((a, b) => a - b);
      expect(versions).toEqual(partners.map((_, at) => at + 2));
    });

    it('stores exactly one of many concurrent answers of one partner', async () => {
      const requestId = await suite.accept(RUNNING);
      const posts = Array.from({ length: 20 }, () => quotedAnswer({ requestId, partner: 'acme-general' }));
      const records = await Promise.all(posts.map((answer) => suite.store.record([answer])));
      const results = records.flat().map(({ result }) => result);
      expect(results.filter((result) => result === 'STORED')).toHaveLength(1);
      expect(results.filter((result) => result === 'DUPLICATE')).toHaveLength(19);
    });

    it('does not let batches that name the same requests in opposite orders wait for each other', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => suite.accept(RUNNING, { partners: PARTNERS })));
      const batches = PARTNERS.map((partner, at) => {
        const answers = ids.map((requestId) => quotedAnswer({ requestId, partner }));
        return at % 2 === 0 ? answers : answers.reverse();
      });
      const records = (await Promise.all(batches.map((batch) => suite.store.record(batch)))).flat();
      expect(new Set(records.map(({ result }) => result))).toEqual(new Set(['STORED']));
      const reads = await Promise.all(ids.map((id) => suite.store.read(id)));
      expect(reads.map((progress) => progress?.version)).toEqual(ids.map(() => 6));
    });
  });
