import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailableError, type UsageLimit, type UsageVerdict } from '@app/ports';
import { describeWithRedis, eventually, TcpProxy, usageMeterContract } from '@app/testing';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createRedis } from './redis-connection.js';
import { RedisUsageMeter } from './redis-usage-meter.js';

const optionsOf = (url: string) => ({ url, connectionName: 'spec', onError: () => undefined });

const limit = (rest: Partial<UsageLimit> = {}): UsageLimit => ({
  ...{ name: 'burst', key: randomUUID(), quota: 5, windowMs: 60_000 },
  ...rest,
});

const allowedOf = (verdicts: readonly UsageVerdict[]) => verdicts.filter(({ allowed }) => allowed).length;

describeWithRedis('what clients use, counted in Redis', (url) => {
  let redis: Redis;
  let meter: RedisUsageMeter;

  beforeEach(async () => {
    redis = await createRedis(optionsOf(url));
    meter = new RedisUsageMeter(redis);
  });
  afterEach(() => redis.disconnect());

  usageMeterContract(async () => ({ meter, pass: (ms) => delay(ms) }));

  /** The server's clock. */
  const nowMs = async (): Promise<number> => {
    const [seconds = 0, micros = 0] = await redis.time();
    return Number(seconds) * 1_000 + Number(micros) / 1_000;
  };

  it('is counted by eleven numbers at most, whatever the quota, and forgotten after the window', async () => {
    const many = limit({ quota: 1_000_000, windowMs: 100 });
    const key = `{usage}:100:burst:${many.key}`;
    const sizes: number[] = [];
    const until = (await nowMs()) + 1_000;
    while ((await nowMs()) < until) {
      await meter.use([many]);
      sizes.push(await redis.hlen(key));
    }
    expect(Math.max(...sizes)).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(11);
    await eventually(async () => expect(await redis.exists(key)).toBe(0));
  });

  it('leaves a whole quota at once to who has used nothing for a window', async () => {
    const some = limit({ quota: 7, windowMs: 200 });
    const useAll = () => Promise.all(Array.from({ length: 8 }, () => meter.use([some])));
    expect(allowedOf(await useAll())).toBe(7);
    await eventually(async () => expect(await redis.exists(`{usage}:200:burst:${some.key}`)).toBe(0));
    expect(allowedOf(await useAll())).toBe(7);
  });

  it('is one count for processes that use it at the same time', async () => {
    const others = await Promise.all([1, 2, 3].map(() => createRedis(optionsOf(url))));
    const meters = others.map((other) => new RedisUsageMeter(other));
    const shared = limit({ quota: 50 });
    const verdicts = await Promise.all(
      Array.from({ length: 200 }, (_, at) => (meters[at % meters.length] ?? meter).use([shared])),
    );
    expect(allowedOf(verdicts)).toBe(50);
    for (const other of others) other.disconnect();
  });

  it('is free at once where nothing was used, and not within the window where nothing may be', async () => {
    const { states } = await meter.use([limit({ quota: 0 }), limit()]);
    expect(states.map(({ resetMs }) => resetMs)).toEqual([60_000, 0]);
  });

  it('rejects while Redis is away, and goes on by itself', async () => {
    const proxy = await TcpProxy.start(url);
    const through = await createRedis(optionsOf(proxy.url));
    const remote = new RedisUsageMeter(through);
    expect((await remote.use([limit()])).allowed).toBe(true);
    proxy.cut();
    await expect(remote.use([limit()])).rejects.toThrow(StoreUnavailableError);
    proxy.mend();
    await eventually(async () => expect((await remote.use([limit()])).allowed).toBe(true));
    through.disconnect();
    await proxy.close();
  });
});
