import type { Application } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { changeOf, HOUR_MS, rejected, type Suite } from './suite.js';

const idsOf = (applications: readonly Application[]) => applications.map(({ id }) => id);

export const lookingSuite = (suite: Suite): void => {
  /** Nothing happens to it by itself before so long from now. */
  const waking = async (ms: number, rest: Partial<Application> = {}) => {
    const [now, askAt] = [await suite.at(0), await suite.at(ms)];
    return suite.submit({ createdAt: now, submittedAt: now, askAt, ...rest });
  };

  describe('what is due', () => {
    const due = async (limit: number) => (await suite.store.due(limit)).map(({ id }) => id);

    it('is what has been waiting, the longest first, up to the limit', async () => {
      const ids = [];
      for (const ms of [-1_000, -3_000, HOUR_MS, -2_000, 2 * HOUR_MS]) ids.push((await waking(ms)).id);
      expect(await due(10)).toEqual([ids[1], ids[3], ids[0]]);
      expect(await due(2)).toEqual([ids[1], ids[3]]);
    });

    it('goes on page by page, also where several fell due at the same instant', async () => {
      const askAt = await suite.at(-1_000);
      const ids: string[] = [];
      for (let n = 0; n < 5; n += 1) ids.push((await waking(0, { askAt })).id);
      const read: string[] = [];
      for (let page = await suite.store.due(2); page.length > 0; ) {
        expect(page.every(({ at }) => at.toISOString() === askAt)).toBe(true);
        read.push(...page.map(({ id }) => id));
        page = await suite.store.due(2, page.at(-1));
      }
      expect(read.toSorted()).toEqual(ids.toSorted());
    });

    it('tells when the next one will be', async () => {
      expect(await suite.store.nextDueAt()).toBeNull();
      await waking(-1_000);
      expect((await waking(2 * HOUR_MS)).askAt).not.toBeNull();
      const { askAt } = await waking(HOUR_MS);
      expect((await suite.store.nextDueAt())?.toISOString()).toBe(askAt);
    });

    it('is neither what only people change nor what has ended', async () => {
      const [attention, ended] = [await waking(-1_000), await waking(-1_000)];
      expect(await due(10)).toHaveLength(2);
      await suite.store.keep(changeOf(attention, { status: 'NEEDS_ATTENTION', askAt: null }));
      await suite.store.keep({ ...rejected(ended), after: { ...rejected(ended).after, askAt: null } });
      expect(await due(10)).toEqual([]);
      expect(await suite.store.nextDueAt()).toBeNull();
    });

    it('is also what has lasted too long, and a price that nobody accepts', async () => {
      const now = await suite.at(0);
      const old = await waking(HOUR_MS, { submittedAt: await suite.at(-25 * HOUR_MS) });
      const prices = { previousTotalMinor: 1, newTotalMinor: 2, newDueMinor: 2 };
      const priceChange = { ...prices, decideBy: await suite.at(HOUR_MS) };
      await suite.submit({ createdAt: now, status: 'PRICE_CHANGED', askAt: null, priceChange });
      expect(await due(10)).toEqual([old.id]);
      expect((await suite.store.nextDueAt())?.toISOString()).toBe(priceChange.decideBy);
    });

    it('changes with what is kept', async () => {
      const before = await waking(-1_000);
      const askAt = await suite.at(HOUR_MS);
      await suite.store.keep(changeOf(before, { askAt }));
      expect(await due(10)).toEqual([]);
      expect((await suite.store.nextDueAt())?.toISOString()).toBe(askAt);
    });
  });

  describe('the list', () => {
    /** From the oldest to the newest; two of them at the same instant. */
    const submitSome = async () => {
      const all: Application[] = [];
      for (const second of [0, 1, 2, 2, 3]) {
        all.push(await suite.submit({ createdAt: `2026-11-23T10:00:0${second}.000Z` }));
      }
      const [a, b, c, d, e] = all as [Application, Application, Application, Application, Application];
      const [lower, higher] = c.id < d.id ? [c, d] : [d, c];
      return { all: [e, higher, lower, b, a], a, b, e };
    };

    it('begins with the newest and goes on page by page', async () => {
      const { all } = await submitSome();
      const read: Application[] = [];
      for (let page = await suite.store.list({ limit: 2 }); page.length > 0; ) {
        read.push(...page);
        page = await suite.store.list({ limit: 2, after: page.at(-1)?.id });
      }
      expect(read).toEqual(all);
    });

    it('knows applications by status and by refund as they are now', async () => {
      const { a, b, e } = await submitSome();
      for (const each of [a, e]) await suite.store.keep(rejected(each));
      const refunded = rejected(b);
      const payments = b.payments.map((payment) => ({ ...payment, status: 'REFUNDED' as const }));
      await suite.store.keep({ ...refunded, after: { ...refunded.after, payments } });
      const list = async (query: Partial<Parameters<typeof suite.store.list>[0]>) =>
        idsOf(await suite.store.list({ limit: 10, ...query }));
      expect(await list({ status: 'REJECTED' })).toEqual([e.id, b.id, a.id]);
      expect(await list({ refund: 'DUE' })).toEqual([e.id, a.id]);
      expect(await list({ refund: 'REFUNDED', status: 'REJECTED' })).toEqual([b.id]);
      expect(await list({ refund: 'DUE', status: 'SUBMITTED' })).toEqual([]);
      expect(await list({ refund: 'DUE', after: e.id })).toEqual([a.id]);
      expect(await list({ status: 'SUBMITTED' })).toHaveLength(2);
    });

    it('has nothing after one that nobody knows', async () => {
      await submitSome();
      expect(await suite.store.list({ limit: 10, after: '01980000-0000-7000-8000-000000000000' })).toEqual([]);
    });
  });
};
