import { StoreUnavailableError } from '@app/ports';
import {
  createTestDatabase,
  describeInWords,
  eventually,
  newQuoteRequest,
  outboxMessage,
  progressOf,
  quotedAnswer,
  RecordingObserver,
  type TestDatabase,
  testSealer,
} from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { PostgresQuoteStore } from './postgres-quote-store.js';
import { HeldLock, killWaiting, untilWaiting } from './testing/held-lock.js';

/** Words of the statements that wait. */
const ACCEPTING = 'new_request';
const STORING = 'versionBefore';

describe('changes in PostgreSQL at the same time', () => {
  let database: TestDatabase;
  let pool: Pool;
  let observer: RecordingObserver;
  let store: PostgresQuoteStore;

  beforeAll(async () => {
    database = await createTestDatabase(migrate);
    pool = createPool({ url: database.url, onError: () => undefined });
    observer = new RecordingObserver();
    store = new PostgresQuoteStore({ pool, sealer: testSealer, observer, describe: describeInWords, leaseMs: 5_000 });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  describe('while the first post with a key is being stored', () => {
    const keyed = (key: string) =>
      newQuoteRequest({
        createdAt: new Date(),
        messages: [outboxMessage()],
        idempotency: { key, fingerprint: 'sha256:one', response: { answered: 1, anew: 0 } },
      });

    /** A first post that waits to know what becomes of a message with the id of its own. */
    async function blocked(key: string) {
      const post = keyed(key);
      const insert = `INSERT INTO outbox (id, topic, body, attributes, claimed_until) VALUES ($1, '', '', '{}', now())`;
      const lock = await HeldLock.take(pool, insert, post.messages[0]?.id);
      const first = store.accept(post).catch((error: unknown) => error);
      await untilWaiting(pool, ACCEPTING);
      return { first, lock };
    }

    it('says of another one at once that it is in progress, and then repeats the answer as it was', async () => {
      const { first, lock } = await blocked('slow');
      expect(await store.accept(keyed('slow'))).toEqual({ outcome: 'IN_PROGRESS' });
      expect(await store.findKey('client-one', { key: 'slow', fingerprint: 'sha256:one' })).toBeUndefined();
      await lock.end('ROLLBACK');
      expect(await first).toMatchObject({ outcome: 'ACCEPTED' });
      const replayed = await store.accept(keyed('slow'));
      expect(JSON.stringify(replayed)).toBe('{"outcome":"REPLAYED","response":{"answered":1,"anew":0}}');
    });

    it('leaves the key free when that post is killed', async () => {
      const { first, lock } = await blocked('killed');
      await killWaiting(pool, ACCEPTING);
      expect(await first).toBeInstanceOf(StoreUnavailableError);
      await lock.end('ROLLBACK');
      // The client hears of it a moment before the server has let go of everything.
      const accepted = await eventually(async () => progressOf(await store.accept(keyed('killed'))));
      expect(accepted.version).toBe(1);
    });
  });

  describe('of several who decided on the same complete request', () => {
    const complete = async (): Promise<string> => {
      const prepared = newQuoteRequest({ createdAt: new Date(Date.now() - 60_000), partners: ['a'] });
      const { id } = progressOf(await store.accept(prepared));
      await store.read(id);
      return id;
    };

    /** Begins one step after the other while the request is locked, so that each has decided on the same state. */
    async function decideTogether(id: string, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
      const lock = await HeldLock.onRequest(pool, id);
      const begun: Promise<unknown>[] = [];
      for (const step of steps) {
        begun.push(step());
        await untilWaiting(pool, STORING, begun.length);
      }
      await lock.end('ROLLBACK');
      await Promise.all(begun);
    }

    it('stores one withdrawal, and tells of it once', async () => {
      const id = await complete();
      const withdrawals: unknown[] = [];
      const withdraw = async () => withdrawals.push(await store.withdrawConsent(id));
      await decideTogether(id, [withdraw, withdraw, withdraw]);
      const read = await store.read(id);
      expect(withdrawals).toEqual([read, read, read]);
      const told = observer.changes.filter((each) => each.id === id && each.consentWithdrawnAt !== null);
      expect(told).toEqual([read]);
    });

    it.each([true, false])('stores a late answer only before the withdrawal (answer first: %s)', async (isFirst) => {
      const id = await complete();
      const results: unknown[] = [];
      const answer = async () => results.push(...(await store.record([quotedAnswer({ requestId: id, partner: 'a' })])));
      const withdraw = () => store.withdrawConsent(id);
      await decideTogether(id, isFirst ? [answer, withdraw] : [withdraw, answer]);
      expect(results).toMatchObject([{ result: isFirst ? 'STORED' : 'LATE' }]);
      const read = await store.read(id);
      expect(read?.consentWithdrawnAt).not.toBeNull();
      expect(read?.rows[0]?.late).toBe(isFirst);
    });
  });

  it('leaves nothing of a change whose connection was killed under it', async () => {
    const { id: requestId } = progressOf(await store.accept(newQuoteRequest({ createdAt: new Date() })));
    const before = await store.read(requestId);
    const lock = await HeldLock.onRequest(pool, requestId);
    const outcome = store.record([quotedAnswer({ requestId, partner: 'acme-general' })]).catch(() => 'LOST');
    await killWaiting(pool, STORING);
    expect(await outcome).toBe('LOST');
    await lock.end('ROLLBACK');
    expect(await store.read(requestId)).toEqual(before);
    const [record] = await store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
    expect(record?.result).toBe('STORED');
  });

  it('decides again when somebody else changed the request in the meantime', async () => {
    const { id: requestId } = progressOf(await store.accept(newQuoteRequest({ createdAt: new Date() })));
    const lock = await HeldLock.take(pool, 'UPDATE quote_request SET version = 7 WHERE id = $1', requestId);
    const recorded = store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
    await untilWaiting(pool, STORING);
    await lock.end('COMMIT');
    expect(await recorded).toMatchObject([{ result: 'STORED' }]);
    expect((await store.read(requestId))?.version).toBe(8);
  });

  it('skips overdue requests that are being changed right now', async () => {
    const prepared = newQuoteRequest({ createdAt: new Date(Date.now() - 60_000) });
    const { id } = progressOf(await store.accept(prepared));
    const lock = await HeldLock.onRequest(pool, id);
    await store.completeOverdue(100);
    await lock.end('ROLLBACK');
    expect(observer.changes.filter((progress) => progress.id === id)).toHaveLength(1);
    await store.completeOverdue(100);
    expect(observer.changes.filter((progress) => progress.id === id)).toHaveLength(2);
  });
});
