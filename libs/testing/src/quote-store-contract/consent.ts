import type { OutboxMessage } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import { outboxMessage } from '../builders/outbox-messages.js';
import { quotedAnswer } from '../builders/partner-answers.js';
import { OVERDUE, RUNNING, type Suite } from './suite.js';

const UNKNOWN_ID = '01980000-0000-7000-8000-000000000000';
const PARTNERS = ['a', 'b', 'c'];

const WITHDRAWN = [expect.objectContaining({ code: 'CONSENT_WITHDRAWN', source: 'PLATFORM' })];

export const consentSuite = (suite: Suite): void => {
  const quote = (requestId: string, partner: string) => suite.store.record([quotedAnswer({ requestId, partner })]);

  describe('withdrawing a consent', () => {
    it('declines for whoever has not answered, completes, and raises the version by one for each', async () => {
      const id = await suite.accept(RUNNING, { partners: PARTNERS });
      await quote(id, 'b');
      const withdrawn = await suite.store.withdrawConsent(id);
      const at = withdrawn?.consentWithdrawnAt;
      expect(at).toEqual(expect.any(String));
      expect(withdrawn).toMatchObject({ version: 5, completedAt: at });
      expect(withdrawn?.rows).toMatchObject([
        { status: 'DECLINED', declines: WITHDRAWN, finishedAt: at, version: 3 },
        { status: 'QUOTED', version: 2 },
        { status: 'DECLINED', declines: WITHDRAWN, finishedAt: at, version: 4 },
      ]);
      expect(await suite.store.read(id)).toEqual(withdrawn);
    });

    it('tells the observer of the change and of its messages', async () => {
      const id = await suite.accept(RUNNING, { partners: PARTNERS.slice(0, 2) });
      const withdrawn = await suite.store.withdrawConsent(id);
      expect(suite.observer.changes.at(-1)).toEqual(withdrawn);
      const told = ['a DECLINED 2', 'b DECLINED 3', 'completed 4'];
      expect(suite.observer.messages.map(({ body }) => body)).toEqual(told);
    });

    it('can be repeated, and changes nothing then', async () => {
      const id = await suite.accept(RUNNING);
      const first = await suite.store.withdrawConsent(id);
      const told = suite.observer.changes.length;
      expect(await suite.store.withdrawConsent(id)).toEqual(first);
      expect(suite.observer.changes).toHaveLength(told);
    });

    it('happens once, however many do it at the same time', async () => {
      const id = await suite.accept(RUNNING);
      const all = await Promise.all(Array.from({ length: 10 }, () => suite.store.withdrawConsent(id)));
      expect(all).toEqual(all.map(() => all[0]));
      expect(all[0]).toMatchObject({ version: 4 });
      expect(suite.observer.messages.filter(({ body }) => body === 'completed 4')).toHaveLength(1);
    });

    it('knows nothing of an id that was never accepted', async () => {
      expect(await suite.store.withdrawConsent(UNKNOWN_ID)).toBeUndefined();
    });

    it('leaves the rows and the version of a complete request, and tells of the withdrawal', async () => {
      const id = await suite.accept(RUNNING, { partners: ['a'] });
      await quote(id, 'a');
      const before = await suite.store.read(id);
      const withdrawn = await suite.store.withdrawConsent(id);
      expect(withdrawn).toEqual({ ...before, consentWithdrawnAt: expect.any(String) });
      expect(await suite.store.read(id)).toEqual(withdrawn);
      expect(suite.observer.changes.at(-1)).toEqual(withdrawn);
      const all = await Promise.all(Array.from({ length: 5 }, () => suite.store.withdrawConsent(id)));
      expect(all).toEqual(all.map(() => withdrawn));
    });

    it('withdraws a complete request once, however many do it at the same time', async () => {
      const id = await suite.accept(OVERDUE);
      await suite.store.read(id);
      const told = suite.observer.changes.length;
      const all = await Promise.all(Array.from({ length: 10 }, () => suite.store.withdrawConsent(id)));
      expect(new Set(all.map((each) => each?.consentWithdrawnAt)).size).toBe(1);
      expect(suite.observer.changes).toHaveLength(told + 1);
    });

    it('finds the deadline passed first', async () => {
      const id = await suite.accept(OVERDUE, { partners: ['a'] });
      const withdrawn = await suite.store.withdrawConsent(id);
      expect(withdrawn).toMatchObject({ version: 3, consentWithdrawnAt: expect.any(String) });
      expect(withdrawn?.rows).toMatchObject([{ status: 'TIMED_OUT' }]);
      expect(suite.observer.messages.map(({ body }) => body)).toEqual(['a TIMED_OUT 2', 'completed 3']);
    });
  });

  describe('after a consent was withdrawn', () => {
    it.each([
      [RUNNING, 'DUPLICATE'],
      [OVERDUE, 'LATE'],
    ])('stores no answer any more (%o: %s)', async (times, result) => {
      const id = await suite.accept(times);
      const withdrawn = await suite.store.withdrawConsent(id);
      const record = { requestId: id, partner: 'acme-general', result };
      expect(await quote(id, 'acme-general')).toEqual([record]);
      expect(await suite.store.read(id)).toEqual(withdrawn);
      expect(await suite.under.unstored()).toEqual([record]);
    });

    it('gives every version to one change, whoever comes first', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => suite.accept(RUNNING, { partners: PARTNERS })));
      const answers = ids.flatMap((id) => PARTNERS.map((partner) => quote(id, partner)));
      await Promise.all([...ids.map((id) => suite.store.withdrawConsent(id)), ...answers]);
      for (const read of await Promise.all(ids.map((id) => suite.store.read(id)))) {
        expect(read?.rows.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
        expect(read).toMatchObject({ version: 5, consentWithdrawnAt: expect.any(String) });
      }
    });

    it('keeps what a late answer wrote before it, and lets none in after it', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => suite.accept(OVERDUE, { partners: ['a'] })));
      await Promise.all(ids.map((id) => suite.store.read(id)));
      const [records] = await Promise.all([
        Promise.all(ids.map((id) => quote(id, 'a'))),
        ...ids.map((id) => suite.store.withdrawConsent(id)),
      ]);
      const reads = await Promise.all(ids.map((id) => suite.store.read(id)));
      const stored = records.flat().map(({ result }) => result === 'STORED');
      expect(reads.map((read) => read?.rows[0]?.late)).toEqual(stored);
      for (const read of reads) expect(read?.consentWithdrawnAt).not.toBeNull();
    });

    it('holds nothing in the outbox that still asks somebody, and everything else', async () => {
      const prepared = await suite.prepare(RUNNING, { partners: ['a'] });
      const about: Partial<OutboxMessage> = { correlationId: prepared.request.requestId };
      const asking = [outboxMessage({ ...about, revocable: true }), outboxMessage({ ...about, revocable: true })];
      const telling = outboxMessage(about);
      await suite.store.accept({ ...prepared, messages: [...asking, telling] });
      const others = outboxMessage({ revocable: true });
      await suite.accept(RUNNING, { messages: [others] });
      await suite.store.withdrawConsent(prepared.request.requestId);
      const left = (await suite.allMessages()).map(({ id, body }) => [id, body]);
      const added = suite.observer.messages.slice(-2);
      expect(added.map(({ body }) => body)).toEqual(['a DECLINED 2', 'completed 3']);
      expect(left).toEqual([telling, others, ...added].map(({ id, body }) => [id, body]));
    });

    it('has erased what was asked, and keeps that there was a consent and until when', async () => {
      const [id, other] = [await suite.accept(RUNNING), await suite.accept(RUNNING)];
      const kept = { content: true, noticeVersion: '2026-10', consentWithdrawnAt: null };
      expect(await suite.under.kept(id)).toEqual(kept);
      const withdrawn = await suite.store.withdrawConsent(id);
      const { consentWithdrawnAt } = withdrawn ?? {};
      expect(await suite.under.kept(id)).toEqual({ ...kept, content: false, consentWithdrawnAt });
      expect(await suite.under.kept(other)).toEqual(kept);
    });
  });
};
