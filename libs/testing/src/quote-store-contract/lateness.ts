import { describe, expect, it } from '@jest/globals';
import { declinedAnswer, failedAnswer, quotedAnswer, referredAnswer } from '../builders/partner-answers.js';
import { OVERDUE, RUNNING, type Suite, TOO_LATE } from './suite.js';

const partner = 'acme-general';

export const latenessSuite = (suite: Suite): void => {
  describe('answers after the deadline', () => {
    it.each([
      ['QUOTED', quotedAnswer],
      ['REFERRED', referredAnswer],
      ['DECLINED', declinedAnswer],
    ])('puts %s in place of TIMED_OUT, marked late', async (status, build) => {
      const requestId = await suite.accept(OVERDUE);
      const [record] = await suite.store.record([build({ requestId, partner })]);
      expect(record?.result).toBe('STORED');
      const read = await suite.store.read(requestId);
      expect(read?.rows[0]).toMatchObject({ status, late: true, version: 5 });
      expect(read?.version).toBe(5);
    });

    it('gives the passing of the deadline and the late answer messages of their own', async () => {
      const requestId = await suite.accept(OVERDUE, { partners: ['a'] });
      await suite.store.record([quotedAnswer({ requestId, partner: 'a' })]);
      expect(suite.observer.messages.map(({ body }) => body)).toEqual(['a TIMED_OUT 2', 'completed 3', 'a QUOTED 4']);
    });

    it('leaves TIMED_OUT where a late FAILED comes, and records it', async () => {
      const requestId = await suite.accept(OVERDUE);
      const late = { requestId, partner, result: 'LATE' };
      expect(await suite.store.record([failedAnswer({ requestId, partner })])).toEqual([late]);
      expect((await suite.store.read(requestId))?.rows[0]).toMatchObject({ status: 'TIMED_OUT', late: false });
      expect(await suite.under.unstored()).toEqual([late]);
    });

    it('changes nothing after the end of late answers', async () => {
      const requestId = await suite.accept(TOO_LATE);
      const before = await suite.store.read(requestId);
      const [record] = await suite.store.record([quotedAnswer({ requestId, partner })]);
      expect(record?.result).toBe('LATE');
      expect(await suite.store.read(requestId)).toEqual(before);
    });

    it('does not replace a late answer by another one', async () => {
      const requestId = await suite.accept(OVERDUE);
      await suite.store.record([quotedAnswer({ requestId, partner })]);
      const [record] = await suite.store.record([declinedAnswer({ requestId, partner })]);
      expect(record?.result).toBe('DUPLICATE');
    });
  });

  describe('completing overdue requests', () => {
    it('completes those whose deadline has passed, up to the limit, and leaves the others', async () => {
      const running = await suite.accept(RUNNING);
      const overdue = await Promise.all(Array.from({ length: 3 }, () => suite.accept(OVERDUE)));
      expect(await suite.store.completeOverdue(2)).toBe(2);
      expect(await suite.store.completeOverdue(2)).toBe(1);
      expect(await suite.store.completeOverdue(2)).toBe(0);
      const completed = suite.observer.changes.filter(({ completedAt }) => completedAt !== null);
      expect(new Set(completed.map(({ id }) => id))).toEqual(new Set(overdue));
      expect((await suite.store.read(running))?.completedAt).toBeNull();
    });

    it('completes each request once, however many do it at the same time', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => suite.accept(OVERDUE, { partners: ['a'] })));
      await Promise.all(Array.from({ length: 4 }, () => suite.store.completeOverdue(10)));
      const reads = await Promise.all(ids.map((id) => suite.store.read(id)));
      expect(reads.map((progress) => progress?.version)).toEqual(ids.map(() => 3));
      expect(suite.observer.messages.filter(({ body }) => body === 'completed 3')).toHaveLength(5);
    });
  });
};
