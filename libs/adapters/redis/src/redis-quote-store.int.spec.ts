import { randomUUID } from 'node:crypto';
import { type AnswerRecord, StoreUnavailableError } from '@app/ports';
import {
  describeInWords,
  describeWithRedis,
  eventually,
  ManualClock,
  newQuoteRequest,
  outboxMessage,
  progressOf,
  quotedAnswer,
  quoteStoreContract,
  RecordingObserver,
  TcpProxy,
  testSealer,
} from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createRedis } from './redis-connection.js';
import { RedisOutbox } from './redis-outbox.js';
import { RedisQuoteStore } from './redis-quote-store.js';

const DAY_MS = 86_400_000;
const LEASE_MS = 5_000;

const connect = (url: string): Promise<Redis> => createRedis({ url, connectionName: 'spec', onError: () => undefined });

/** A space that no other test has. */
const someSpace = () => `quotes-${randomUUID()}`;

async function unstored(redis: Redis, space: string): Promise<AnswerRecord[]> {
  const entries = await redis.lrange(`{${space}}:unstored`, 0, -1);
  return entries.map((entry) => {
    const { requestId, partner, result }: AnswerRecord = JSON.parse(entry);
    return { requestId, partner, result };
  });
}

describeWithRedis('quote requests in Redis', (url) => {
  let redis: Redis;
  let space: string;
  let clock: ManualClock;
  let observer: RecordingObserver;

  beforeEach(async () => {
    redis = await connect(url);
    space = someSpace();
    clock = new ManualClock();
    observer = new RecordingObserver();
  });
  afterEach(async () => {
    const keys = await redis.keys(`{${space}}*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  });

  const partsOf = (ttlMs: number, through = redis) => ({
    ...{ redis: through, space, clock, ttlMs, leaseMs: LEASE_MS },
    ...{ sealer: testSealer, observer, describe: describeInWords },
  });
  const prepare = (options: Partial<Parameters<typeof newQuoteRequest>[0]> = {}) =>
    newQuoteRequest({ createdAt: clock.now(), ...options });

  quoteStoreContract(async ({ observer: told, describe: inWords, leaseMs }) => {
    const parts = { redis, space, clock, leaseMs };
    return {
      store: new RedisQuoteStore({ ...partsOf(2 * DAY_MS), ...parts, observer: told, describe: inWords }),
      outbox: new RedisOutbox(parts),
      now: async () => clock.now(),
      pass: async (ms) => clock.advance(ms),
      async kept(id) {
        const [consent, progress] = await redis.hmget(`{${space}}:request:${id}`, 'consent', 'progress');
        const content = (await redis.exists(`{${space}}:content:${id}`)) === 1;
        const { noticeVersion } = JSON.parse(consent ?? '{}');
        return { content, noticeVersion, consentWithdrawnAt: JSON.parse(progress ?? '{}').consentWithdrawnAt };
      },
      unstored: () => unstored(redis, space),
      close: async () => undefined,
    };
  });

  describe('what they leave', () => {
    it('is sealed where it is personal', async () => {
      const store = new RedisQuoteStore(partsOf(60_000));
      const prepared = prepare();
      await store.accept(prepared);
      const content = await redis.hgetall(`{${space}}:content:${prepared.request.requestId}`);
      expect(content.sealed).toMatch(/^sealed\(.*\/proposer\/mobile/);
      expect(JSON.parse(content.request ?? '')).toEqual(prepared.request);
      for (const key of await redis.keys(`{${space}}*`)) {
        expect(String(await redis.dump(key))).not.toContain('+919800000001');
      }
    });

    it('ends by itself, all of it but the idempotency key', async () => {
      const parts = { ...partsOf(400), leaseMs: 10 };
      const store = new RedisQuoteStore(parts);
      const prepared = prepare();
      const { requestId } = prepared.request;
      const idempotency = { key: 'of the client', fingerprint: 'sha256:one', response: { id: requestId } };
      const messages = [outboxMessage(), outboxMessage({ correlationId: requestId, revocable: true })];
      await store.accept({ ...prepared, messages, idempotency });
      await store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
      await store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
      clock.advance(parts.leaseMs + 1);
      await new RedisOutbox(parts).claim(1);
      const kinds = (await redis.keys(`{${space}}*`)).map((key) => key.replace(/^.*?:|:(off_)?[0-9a-f-]{36,}$/g, ''));
      const expected = ['content', 'key', 'message', 'offer', 'outbox:ends', 'outbox:free', 'outbox:held'];
      expect([...new Set(kinds)].sort()).toEqual([...expected, 'request', 'revocable', 'running', 'unstored']);
      await eventually(async () => expect(await redis.keys(`{${space}}*`)).toHaveLength(1));
      expect(await store.read(requestId)).toBeUndefined();
      expect(await store.findKey('client-one', idempotency)).toMatchObject({ outcome: 'REPLAYED' });
      const [key = ''] = await redis.keys(`{${space}}*`);
      expect(await redis.pttl(key)).toBeGreaterThan(DAY_MS - 60_000);
    });

    it('does not live longer because it changes', async () => {
      const store = new RedisQuoteStore(partsOf(60_000));
      const prepared = prepare({ messages: [outboxMessage()] });
      const { requestId } = prepared.request;
      await store.accept(prepared);
      const request = `{${space}}:request:${requestId}`;
      await redis.pexpire(request, 30_000);
      await store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
      expect(await redis.pttl(request)).toBeLessThanOrEqual(30_000);
      const added = observer.messages.at(-1)?.id ?? '';
      const life = await redis.pttl(`{${space}}:message:${added}`);
      expect(life).toBeGreaterThan(0);
      expect(life).toBeLessThanOrEqual(30_000);
    });

    it('of answers that were not stored is the newest thousand', async () => {
      const store = new RedisQuoteStore(partsOf(60_000));
      const answers = Array.from({ length: 1_200 }, (_, at) =>
        quotedAnswer({ requestId: randomUUID(), partner: `partner-${at}` }),
      );
      await store.record(answers);
      const partners = (await unstored(redis, space)).map(({ partner }) => partner);
      expect(partners).toEqual(answers.slice(200).map(({ partner }) => partner));
    });

    it('in the outbox goes with its request, and does not hold up the others', async () => {
      const store = new RedisQuoteStore(partsOf(DAY_MS));
      const outbox = new RedisOutbox(partsOf(DAY_MS));
      const [lost, waiting] = [outboxMessage(), outboxMessage()];
      await store.accept(prepare({ messages: [lost, waiting] }));
      await redis.del(`{${space}}:message:${lost.id}`);
      clock.advance(LEASE_MS + 1);
      expect(await outbox.claim(1)).toEqual([waiting]);
      await outbox.remove([waiting.id]);
      expect(await redis.keys(`{${space}}:outbox*`)).toEqual([]);
    });

    it('is not piled up in the outbox while nobody claims it', async () => {
      const store = new RedisQuoteStore(partsOf(60_000));
      await store.accept(prepare({ messages: [outboxMessage(), outboxMessage()] }));
      clock.advance(60_000);
      await store.accept(prepare({ messages: [outboxMessage()] }));
      expect(await redis.zcard(`{${space}}:outbox:held`)).toBe(1);
      expect(await redis.zcard(`{${space}}:outbox:ends`)).toBe(1);
      expect(await redis.zcard(`{${space}}:running`)).toBe(2);
      clock.advance(60_000);
      await store.accept(prepare());
      expect(await redis.zcard(`{${space}}:running`)).toBe(2);
    });

    it('is one key in the list of deadlines, which forgets what is gone', async () => {
      const store = new RedisQuoteStore(partsOf(DAY_MS));
      const progress = progressOf(await store.accept(prepare()));
      await redis.del(`{${space}}:request:${progress.id}`);
      clock.advance(3_600_000);
      expect(await store.completeOverdue(10)).toBe(1);
      expect(await store.completeOverdue(10)).toBe(0);
    });
  });

  it('survives that Redis forgot the scripts', async () => {
    const store = new RedisQuoteStore(partsOf(60_000));
    await store.accept(prepare());
    await redis.script('FLUSH');
    const prepared = prepare();
    expect(await store.accept(prepared)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await store.read(prepared.request.requestId)).toMatchObject({ version: 1 });
  });

  it('says nothing of what it was asked to store when Redis refuses it', async () => {
    const store = new RedisQuoteStore(partsOf(60_000));
    const prepared = prepare();
    await redis.set(`{${space}}:running`, 'not a set');
    const error: unknown = await store.accept(prepared).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(StoreUnavailableError);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(prepared.request.requestId);
    expect(String(error)).toContain('WRONGTYPE');
  });

  describe('when Redis is away', () => {
    let proxy: TcpProxy;
    let through: Redis;
    let store: RedisQuoteStore;

    beforeEach(async () => {
      proxy = await TcpProxy.start(url);
      through = await connect(proxy.url);
      store = new RedisQuoteStore(partsOf(60_000, through));
    });
    afterEach(async () => {
      through.disconnect();
      await proxy.close();
    });

    it.each(['cut', 'silence'] as const)('says so (%s), and goes on by itself afterwards', async (how) => {
      const { id: requestId } = progressOf(await store.accept(prepare()));
      const answer = quotedAnswer({ requestId, partner: 'acme-general' });
      proxy[how]();
      await expect(store.read(requestId)).rejects.toThrow(StoreUnavailableError);
      await expect(store.accept(prepare())).rejects.toThrow(StoreUnavailableError);
      await expect(store.record([answer])).rejects.toThrow(StoreUnavailableError);
      await expect(store.withdrawConsent(requestId)).rejects.toThrow(StoreUnavailableError);
      await expect(store.completeOverdue(1)).rejects.toThrow(StoreUnavailableError);
      await expect(new RedisOutbox(partsOf(60_000, through)).claim(1)).rejects.toThrow(StoreUnavailableError);
      proxy.mend();
      await eventually(async () => expect(await store.record([answer])).toMatchObject([{ result: 'STORED' }]));
      expect(await store.read(requestId)).toMatchObject({ version: 2 });
    });

    it('notices a connection that fell silent without a word, and makes a new one', async () => {
      proxy.silence();
      const lost = new Promise((resolve) => through.once('close', resolve));
      await expect(store.read(randomUUID())).rejects.toThrow(StoreUnavailableError);
      await lost;
    });

    it('has stored an answer once, whether or not it could say so', async () => {
      const { id: requestId } = progressOf(await store.accept(prepare({ partners: ['a', 'b'] })));
      const answer = quotedAnswer({ requestId, partner: 'a' });
      proxy.silence();
      await expect(store.record([answer])).rejects.toThrow(StoreUnavailableError);
      proxy.mend();
      await eventually(async () =>
        expect(['STORED', 'DUPLICATE']).toContain((await store.record([answer]))[0]?.result),
      );
      expect((await store.read(requestId))?.version).toBe(2);
    });
  });
});
