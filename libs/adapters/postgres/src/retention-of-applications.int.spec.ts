import { type Application, type ResolutionAction, recordIssuance, refundOf, resolveApplication } from '@app/domain';
import { applicationOf, canonicalErrorOf, collectedLetter, newApplicationOf } from '@app/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresDeadLetterStore } from './dead-letters/postgres-dead-letter-store.js';
import { daysAgo, StoredQuotes, sealerWith } from './testing/stored-quotes.js';

const random = () => 0;

describe('retention of applications in PostgreSQL', () => {
  let quotes: StoredQuotes;

  beforeAll(async () => {
    quotes = await StoredQuotes.open();
  });
  afterAll(() => quotes.close());
  beforeEach(() => quotes.clear());

  const store = () => quotes.applicationsWith(sealerWith('one'));
  const retention = () => quotes.retentionWith();
  const erase = (limit = 10) => retention().eraseApplications(daysAgo(30), limit);
  const hasContent = async (id: string) => (await store().content(id)) !== undefined;

  async function stored(after: Application): Promise<string> {
    const before = { ...applicationOf(), id: after.id, offerId: after.offerId };
    await store().submit(newApplicationOf({ application: before }));
    await store().keep({ before, after: { ...after, version: 2 }, messages: [] });
    return after.id;
  }
  /** Refused by the partner so many days ago: its refund is due. */
  function rejected(days: number): Application {
    const error = canonicalErrorOf({ category: 'UNDERWRITING', retryable: false });
    const submitted = applicationOf({ createdAt: daysAgo(days + 1).toISOString() });
    const result = { applicationId: submitted.id, attempt: 1, outcome: 'REFUSED', error } as const;
    return recordIssuance(submitted, result, { now: daysAgo(days), random }).application;
  }
  function resolved(application: Application, action: ResolutionAction, days = 0): Application {
    const result = resolveApplication(application, { action }, daysAgo(days));
    if (!result.ok) throw new Error(result.error);
    return result.value;
  }
  const refunded = (days: number) => resolved(rejected(days), 'MARK_REFUNDED');
  const withPolicy = (application: Application) =>
    recordIssuance(
      application,
      { applicationId: application.id, attempt: 1, outcome: 'ISSUED', policyNumber: 'P-1' },
      { now: daysAgo(20), random },
    ).application;

  it('takes what ended long ago and was paid back, the longest ended first, and leaves the application', async () => {
    const ids: string[] = [];
    for (const days of [40, 42, 41, 29]) ids.push(await stored(refunded(days)));
    const left = () => Promise.all(ids.map(hasContent));
    expect(await erase(2)).toBe(2);
    expect(await left()).toEqual([true, false, false, true]);
    expect(await erase(2)).toBe(1);
    expect(await erase(2)).toBe(0);
    expect(await left()).toEqual([false, false, false, true]);
    const [first = ''] = ids;
    expect((await store().load(first))?.application).toMatchObject({ status: 'REJECTED', version: 2 });
    const { rowCount } = await quotes.pool.query('SELECT 1 FROM payment_reference WHERE application_id = $1', [first]);
    expect(rowCount).toBe(1);
  });

  it('waits while money is due', async () => {
    const owed = rejected(400);
    const id = await stored(owed);
    expect(await erase()).toBe(0);
    expect(await hasContent(id)).toBe(true);
    const before = { ...owed, version: 2 };
    const after = { ...resolved(owed, 'MARK_REFUNDED'), version: 3 };
    await store().keep({ before, after, messages: [] });
    expect(await erase()).toBe(1);
    expect(await hasContent(id)).toBe(false);
  });

  it('leaves what is live, what is issued, and all that ever had a policy', async () => {
    const late = withPolicy(refunded(400));
    const kept = [
      applicationOf({ createdAt: daysAgo(400).toISOString() }),
      withPolicy(applicationOf({ createdAt: daysAgo(400).toISOString() })),
      late,
      resolved(resolved(withPolicy(rejected(400)), 'REJECT'), 'MARK_REFUNDED'),
    ];
    expect(kept.map(({ status }) => status)).toEqual(['SUBMITTED', 'ISSUED', 'NEEDS_ATTENTION', 'REJECTED']);
    expect(refundOf(late)?.status).toBe('REFUNDED');
    const ids: string[] = [];
    for (const application of kept) ids.push(await stored(application));
    expect(await erase()).toBe(0);
    expect(await Promise.all(ids.map(hasContent))).toEqual([true, true, true, true]);
  });

  it('does not keep a policy from being recorded that is heard of afterwards', async () => {
    const application = { ...refunded(400), version: 2 };
    const id = await stored(application);
    expect(await erase()).toBe(1);
    const after = withPolicy(application);
    expect(await store().keep({ before: application, after, messages: [] })).toBe('KEPT');
    expect((await store().load(id))?.application).toMatchObject({ status: 'NEEDS_ATTENTION', policyNumber: 'P-1' });
  });

  it('is done once by several at the same time', async () => {
    for (let n = 0; n < 12; n += 1) await stored(refunded(40));
    const counts = await Promise.all([erase(5), erase(5), erase(5), erase(5)]);
    for (let left = 1; left > 0; ) {
      left = await erase(5);
      counts.push(left);
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect((await quotes.pool.query('SELECT 1 FROM application_content')).rowCount).toBe(0);
  });

  it('finds them by an index that holds nothing else', async () => {
    const client = await quotes.pool.connect();
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM application WHERE content_erased_at IS NULL AND status IN ('REJECTED', 'EXPIRED')
       AND refund_status IS DISTINCT FROM 'DUE' AND state ->> 'policyNumber' IS NULL AND state ->> 'endedAt' < 'x'
       ORDER BY state ->> 'endedAt' LIMIT 10`,
    );
    client.release(true);
    expect(JSON.stringify(rows)).toContain('application_over');
  });

  it('forgets dead letters whose time is over, unless they are still to be replayed', async () => {
    const letters = new PostgresDeadLetterStore(quotes.pool);
    await letters.collect([
      collectedLetter({ messageId: 'old' }),
      collectedLetter({ messageId: 'to be replayed', replayAfterMs: 3_600_000 }),
      collectedLetter({ messageId: 'young' }),
    ]);
    await quotes.pool.query(`UPDATE dead_letter SET received_at = $1 WHERE message_id <> 'young'`, [daysAgo(15)]);
    expect(await retention().forgetLetters(daysAgo(14), 10)).toBe(1);
    expect(await retention().forgetLetters(daysAgo(14), 10)).toBe(0);
    const { rows } = await quotes.pool.query('SELECT message_id AS id FROM dead_letter ORDER BY id DESC');
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual(['to be replayed', 'young']);
  });
});
