import type { NewQuoteRequest } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import { outboxMessage } from '../builders/outbox-messages.js';
import { eventually } from '../eventually.js';
import { progressOf } from './store-under-test.js';
import { RUNNING, type Suite } from './suite.js';

const HOUR_MS = 3_600_000;
const KEY = 'b5d5a9a6-7d3c-4b5e-9a53-0d7a5e6f1c11';

export const idempotencySuite = (suite: Suite): void =>
  describe('idempotency keys', () => {
    /** A post with one message; what it is answered with names its own request. */
    const post = async (rest: { clientId?: string; key?: string; fingerprint?: string } = {}) => {
      const { key = KEY, fingerprint = 'sha256:one', ...options } = rest;
      const prepared = await suite.prepare(RUNNING, options);
      const { requestId: id } = prepared.request;
      const messages = [outboxMessage({ correlationId: id, revocable: true })];
      return { ...prepared, messages, idempotency: { key, fingerprint, response: { id, étiquette: [1, null] } } };
    };

    const idOf = ({ request }: NewQuoteRequest) => request.requestId;

    it('answer a repetition as the first post was answered, and store nothing of it', async () => {
      const [first, second] = [await post(), await post()];
      expect(progressOf(await suite.store.accept(first)).id).toBe(idOf(first));
      const replayed = { outcome: 'REPLAYED', response: first.idempotency.response };
      expect(await suite.store.accept(second)).toEqual(replayed);
      expect(await suite.store.accept(await post())).toEqual(replayed);
      expect(await suite.store.read(idOf(second))).toBeUndefined();
      expect(suite.observer.changes.map(({ id }) => id)).toEqual([idOf(first)]);
      expect(suite.observer.messages).toEqual(first.messages);
    });

    it('refuse another question under the same key, and store nothing of it', async () => {
      await suite.store.accept(await post());
      const other = await post({ fingerprint: 'sha256:two' });
      expect(await suite.store.accept(other)).toEqual({ outcome: 'KEY_REUSED' });
      expect(await suite.store.read(idOf(other))).toBeUndefined();
    });

    it('are a client’s own', async () => {
      await suite.store.accept(await post());
      const others = await post({ clientId: 'client-two', fingerprint: 'sha256:two' });
      expect(progressOf(await suite.store.accept(others)).id).toBe(idOf(others));
      expect(progressOf(await suite.store.accept(await post({ key: 'another' }))).version).toBe(1);
    });

    it('of equal posts without one make no difference', async () => {
      const [first, second] = [await suite.accept(RUNNING), await suite.accept(RUNNING)];
      expect(first).not.toBe(second);
      expect(await suite.store.read(second)).toBeDefined();
    });

    it('are not taken by a post that could not be stored', async () => {
      const taken = outboxMessage();
      await suite.accept(RUNNING, { messages: [taken] });
      const [failing, next] = [await post(), await post()];
      await expect(suite.store.accept({ ...failing, messages: [taken] })).rejects.toThrow();
      expect(await suite.store.findKey('client-one', failing.idempotency)).toBeUndefined();
      // A store may tell of a failure before it has let go of everything: until then it says IN_PROGRESS.
      expect((await eventually(async () => progressOf(await suite.store.accept(next)))).id).toBe(idOf(next));
    });

    it('let exactly one of a hundred equal posts at once become a request', async () => {
      const posts = await Promise.all(Array.from({ length: 100 }, () => post()));
      const outcomes = await Promise.all(posts.map((each) => suite.store.accept(each)));
      const accepted = outcomes.filter(({ outcome }) => outcome === 'ACCEPTED').map(progressOf);
      expect(accepted).toHaveLength(1);
      const [first] = posts.filter((each) => idOf(each) === accepted[0]?.id);
      for (const each of outcomes) {
        if (each.outcome === 'REPLAYED') expect(each.response).toEqual(first?.idempotency.response);
        else expect(['ACCEPTED', 'IN_PROGRESS']).toContain(each.outcome);
      }
      const reads = await Promise.all(posts.map((each) => suite.store.read(idOf(each))));
      expect(reads.filter((read) => read !== undefined)).toEqual(accepted);
      expect(await suite.allMessages()).toEqual(first?.messages);
      expect(suite.observer.messages).toEqual(first?.messages);
    });

    it('answer all of many repetitions at once, long after the first post', async () => {
      const first = await post();
      await suite.store.accept(first);
      const repetitions = await Promise.all(Array.from({ length: 20 }, () => post()));
      const outcomes = await Promise.all(repetitions.map((each) => suite.store.accept(each)));
      const replayed = { outcome: 'REPLAYED', response: first.idempotency.response };
      expect(outcomes).toEqual(repetitions.map(() => replayed));
    });

    it('can be asked for before anything is prepared', async () => {
      const first = await post();
      expect(await suite.store.findKey('client-one', first.idempotency)).toBeUndefined();
      await suite.store.accept(first);
      const { response } = first.idempotency;
      expect(await suite.store.findKey('client-one', first.idempotency)).toEqual({ outcome: 'REPLAYED', response });
      const reused = await suite.store.findKey('client-one', { key: KEY, fingerprint: 'sha256:two' });
      expect(reused).toEqual({ outcome: 'KEY_REUSED' });
      expect(await suite.store.findKey('client-two', first.idempotency)).toBeUndefined();
    });

    it('are forgotten after 24 hours, not before, and then stand for the next post', async () => {
      const [first, next] = [await post(), await post({ fingerprint: 'sha256:two' })];
      await suite.store.accept(first);
      await suite.under.pass(23 * HOUR_MS);
      expect(await suite.store.accept(next)).toEqual({ outcome: 'KEY_REUSED' });
      await suite.under.pass(HOUR_MS + 1);
      expect(await suite.store.findKey('client-one', first.idempotency)).toBeUndefined();
      expect(progressOf(await suite.store.accept(next)).id).toBe(idOf(next));
      expect(await suite.store.accept(await post())).toEqual({ outcome: 'KEY_REUSED' });
      expect(await suite.store.findKey('client-one', next.idempotency)).toMatchObject({ outcome: 'REPLAYED' });
    });
  });
