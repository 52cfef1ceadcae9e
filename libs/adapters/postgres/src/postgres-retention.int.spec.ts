import { failedAnswer, newQuoteRequest, quotedAnswer } from '@app/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { daysAgo, StoredQuotes, sealerWith } from './testing/stored-quotes.js';

const TEN_THOUSAND_DAYS_MS = 10_000 * 86_400_000;

describe('retention in PostgreSQL', () => {
  let quotes: StoredQuotes;

  beforeAll(async () => {
    quotes = await StoredQuotes.open();
  });
  afterAll(() => quotes.close());
  beforeEach(() => quotes.clear());

  describe('erasing personal fields', () => {
    it('takes those of old requests, the oldest first and up to the limit, and leaves the requests', async () => {
      const ids = [
        await quotes.accept(daysAgo(40)),
        await quotes.accept(daysAgo(42)),
        await quotes.accept(daysAgo(41)),
        await quotes.accept(daysAgo(0)),
      ];
      const erase = () => quotes.retentionWith().erasePersonal(daysAgo(30), 2);
      const erased = async () => (await quotes.sealedOf(ids)).map((sealed) => sealed === null);
      expect(await erase()).toBe(2);
      expect(await erased()).toEqual([false, true, true, false]);
      expect(await erase()).toBe(1);
      expect(await erase()).toBe(0);
      expect(await erased()).toEqual([true, true, true, false]);
      expect(await quotes.storeWith().read(ids[0] ?? '')).toBeDefined();
    });

    it('is done once by several at the same time', async () => {
      for (let n = 0; n < 20; n += 1) await quotes.accept(daysAgo(40));
      const counts = await Promise.all(
        Array.from({ length: 4 }, () => quotes.retentionWith().erasePersonal(daysAgo(30), 5)),
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(20);
      let left = 1;
      while (left > 0) left = await quotes.retentionWith().erasePersonal(daysAgo(30), 5);
      const { rowCount } = await quotes.pool.query(
        'SELECT 1 FROM quote_request_content WHERE personal_sealed IS NOT NULL',
      );
      expect(rowCount).toBe(0);
    });
  });

  describe('aggregating', () => {
    const statistics = async () => {
      const text = `SELECT to_char(month, 'YYYY-MM-DD') AS month, product_line AS line, partner, status,
                    answers::integer AS answers FROM quote_statistics ORDER BY month, partner, status`;
      return (await quotes.pool.query(text)).rows;
    };

    it('counts old requests by month, line, partner and status, and leaves nothing of them', async () => {
      const store = quotes.storeWith();
      const ids: string[] = [];
      for (const [at, build] of [
        ['2024-01-31T23:30:00.000Z', quotedAnswer],
        ['2024-01-01T00:00:00.000Z', quotedAnswer],
        ['2024-02-01T00:00:00.000Z', failedAnswer],
      ] as const) {
        const prepared = newQuoteRequest({
          createdAt: new Date(at),
          lateMs: TEN_THOUSAND_DAYS_MS,
          partners: ['a', 'b'],
        });
        const { requestId } = prepared.request;
        await store.accept(prepared);
        await store.record([build({ requestId, partner: 'a' })]);
        await store.record([failedAnswer({ requestId, partner: 'b' })]);
        ids.push(requestId);
      }
      const young = await quotes.accept(daysAgo(0));
      expect(await quotes.retentionWith().aggregate(daysAgo(400), 2)).toBe(2);
      expect(await quotes.retentionWith().aggregate(daysAgo(400), 2)).toBe(1);
      expect(await quotes.retentionWith().aggregate(daysAgo(400), 2)).toBe(0);
      const line = 'motor-four-wheeler';
      expect(await statistics()).toEqual([
        { month: '2024-01-01', line, partner: 'a', status: 'QUOTED', answers: 2 },
        { month: '2024-01-01', line, partner: 'b', status: 'TIMED_OUT', answers: 2 },
        { month: '2024-02-01', line, partner: 'a', status: 'TIMED_OUT', answers: 1 },
        { month: '2024-02-01', line, partner: 'b', status: 'TIMED_OUT', answers: 1 },
      ]);
      for (const id of ids) {
        expect(await store.read(id)).toBeUndefined();
        const left = ['partner_answer', 'consent', 'quote_request_content', 'unstored_answer'].map((table) =>
          quotes.exists(table, id),
        );
        expect(await Promise.all(left)).toEqual([false, false, false, false]);
      }
      expect(await store.read(young)).toBeDefined();
    });

    it('counts every request once, however many do it at the same time', async () => {
      for (let n = 0; n < 30; n += 1) await quotes.accept(daysAgo(500));
      const all = Array.from({ length: 6 }, () => quotes.retentionWith().aggregate(daysAgo(400), 10));
      await Promise.all(all);
      while ((await quotes.retentionWith().aggregate(daysAgo(400), 10)) > 0);
      const counted = await statistics();
      expect(counted.map(({ answers }: { answers: number }) => answers)).toEqual([30, 30]);
    });
  });

  it('forgets idempotency keys whose time is over, up to the limit, and no others', async () => {
    const ids = [];
    for (const key of ['a', 'b', 'c', 'd']) ids.push(await quotes.accept(daysAgo(0), sealerWith('one'), key));
    await quotes.pool.query(
      `UPDATE idempotency_key SET expires_at = clock_timestamp() - interval '1 second' WHERE key < 'd'`,
    );
    expect(await quotes.retentionWith().forgetKeys(2)).toBe(2);
    expect(await quotes.retentionWith().forgetKeys(2)).toBe(1);
    expect(await quotes.retentionWith().forgetKeys(2)).toBe(0);
    expect((await quotes.pool.query('SELECT key FROM idempotency_key')).rows).toEqual([{ key: 'd' }]);
  });

  it('finds what is due by indexes that hold nothing else', async () => {
    const plan = async (text: string) => {
      const client = await quotes.pool.connect();
      await client.query('SET enable_seqscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`);
      client.release(true);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const personal = `SELECT request_id FROM quote_request_content
      WHERE personal_sealed IS NOT NULL AND created_at < now() ORDER BY created_at LIMIT 10`;
    expect(await plan(personal)).toContain('quote_request_content_personal');
    const aged = 'SELECT id FROM quote_request WHERE created_at < now() ORDER BY created_at LIMIT 10';
    expect(await plan(aged)).toContain('quote_request_age');
  });
});
