import { randomUUID } from 'node:crypto';
import { pendingRow, type QuoteProgress } from '@app/domain';
import { describeWithRedis, eventually, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createRedis } from './redis-connection.js';
import { RedisHotQuotes } from './redis-hot-quotes.js';

const AT = '2026-11-23T10:00:00.000Z';

const someProgress = (rest: Partial<QuoteProgress> = {}): QuoteProgress => ({
  ...{ id: randomUUID(), productLine: 'health', clientId: 'client-one', version: 3 },
  ...{ createdAt: AT, answerDeadline: AT, acceptLateUntil: AT, completedAt: AT, consentWithdrawnAt: null },
  rows: [pendingRow('acme-general', 1)],
  ...rest,
});

const optionsOf = (url: string) => ({ url, connectionName: 'spec', onError: () => undefined });

describeWithRedis('quote requests that are read often', (url) => {
  let redis: Redis;
  let hot: RedisHotQuotes;

  beforeEach(async () => {
    redis = await createRedis(optionsOf(url));
    hot = new RedisHotQuotes({ redis });
  });
  afterEach(() => redis.disconnect());

  /** Kept again each time: where Redis is slow for a moment, what was kept is lost. */
  const keptAndFound = (progress: QuoteProgress) =>
    eventually(async () => {
      hot.keep(progress);
      expect(await hot.find(progress.id)).toEqual(progress);
    });

  it('are found as they were kept, by everybody', async () => {
    const progress = someProgress();
    expect(await hot.find(progress.id)).toBeUndefined();
    await keptAndFound(progress);
    expect(await new RedisHotQuotes({ redis }).find(progress.id)).toEqual(progress);
  });

  it.each([
    ['in one turn', async () => undefined],
    ['one after the other', keptAndFound],
  ])('are never replaced by an older version (%s)', async (_how, between) => {
    const newer = someProgress({ version: 10 });
    hot.keep(newer);
    await between(newer);
    hot.keep({ ...newer, version: 9 });
    await keptAndFound(someProgress());
    expect(await hot.find(newer.id)).toEqual(newer);
    await keptAndFound({ ...newer, version: 11 });
  });

  it('are replaced by a withdrawal, which has no version of its own, and not the other way round', async () => {
    const before = someProgress();
    const withdrawn = { ...before, consentWithdrawnAt: AT };
    await keptAndFound(before);
    await keptAndFound(withdrawn);
    hot.keep(before);
    await keptAndFound(someProgress());
    expect(await hot.find(before.id)).toEqual(withdrawn);
  });

  it('are forgotten after moments, however often the same version is kept', async () => {
    const brief = new RedisHotQuotes({ redis, ttlMs: 150 });
    const progress = someProgress();
    const isThere = async () => (await redis.exists(`hot-quotes:${progress.id}`)) === 1;
    await eventually(async () => {
      brief.keep(progress);
      expect(await isThere()).toBe(true);
    });
    await eventually(async () => {
      const isStill = await isThere();
      if (isStill) brief.keep(progress);
      expect(isStill).toBe(false);
    });
  });

  it.each(['no JSON', 'null', '[]', '{"id":"other"}', '{"version":1,"rows":[]}'])(
    'are not found where something else stands: %s',
    async (text) => {
      const id = randomUUID();
      await redis.hset(`hot-quotes:${id}`, 'progress', text);
      expect(await hot.find(id)).toBeUndefined();
      await redis.del(`hot-quotes:${id}`);
    },
  );

  it('are kept up to a bound when they are very many at once', async () => {
    const all = Array.from({ length: 1_500 }, () => someProgress());
    for (const progress of all) hot.keep(progress);
    await eventually(async () => {
      const reads = await Promise.all(all.map(({ id }) => hot.find(id)));
      expect(reads.map((read) => read?.id).filter((id) => id !== undefined)).toHaveLength(1_000);
    });
    expect(await hot.find(all[999]?.id ?? '')).toEqual(all[999]);
    expect(await hot.find(all[1_000]?.id ?? '')).toBeUndefined();
  });

  describe('when Redis is away', () => {
    it.each(['cut', 'silence'] as const)('are not found, and nobody hears of it (%s)', async (how) => {
      const proxy = await TcpProxy.start(url);
      const through = await createRedis(optionsOf(proxy.url));
      const remote = new RedisHotQuotes({ redis: through });
      const progress = someProgress();
      await eventually(async () => {
        remote.keep(progress);
        expect(await remote.find(progress.id)).toEqual(progress);
      });
      proxy[how]();
      expect(await remote.find(progress.id)).toBeUndefined();
      remote.keep({ ...progress, version: 4 });
      proxy.mend();
      const next = someProgress();
      await eventually(async () => {
        remote.keep(next);
        expect(await remote.find(next.id)).toEqual(next);
      });
      through.disconnect();
      await proxy.close();
    });
  });
});
