import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CallLimits } from '@app/ports';
import { callLimiterContract, describeWithRedis, eventually, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRedis } from './redis-connection.js';
import { type SharedLimits, shareLimits } from './share-limits.js';

const CALL = { requests: 1, holdMs: 60_000 };
const RATE: CallLimits = { rateLimit: { requests: 5, windowMs: 60_000 }, sessions: 5 };

/** A partner that no other test has. */
const somePartner = () => `test-${randomUUID()}`;

describeWithRedis('limits in Redis', (url) => {
  callLimiterContract(async (limits) => {
    const partner = somePartner();
    const [one, other] = await Promise.all([1, 2].map(() => shareLimits(url)({ partner, limits })));
    if (one === undefined || other === undefined) throw new Error('two were opened');
    const close = async () => {
      for (const each of [one, other]) each.close();
    };
    return { one: one.limiter, other: other.limiter, pass: (ms) => delay(ms), close };
  });

  describe('its keys', () => {
    it('are gone when nothing is left to remember', async () => {
      const partner = somePartner();
      const limits: CallLimits = { rateLimit: { requests: 5, windowMs: 100 }, sessions: 5 };
      const { limiter, close } = await shareLimits(url)({ partner, limits });
      const redis = await createRedis({ url, connectionName: 'spec', onError: () => undefined });
      await limiter.acquire({ requests: 1, holdMs: 150 });
      expect(await redis.keys(`*${partner}*`)).toHaveLength(2);
      await eventually(async () => expect(await redis.keys(`*${partner}*`)).toEqual([]));
      close();
      redis.disconnect();
    });
  });

  describe('when Redis is away', () => {
    let proxy: TcpProxy;
    let shared: SharedLimits;

    beforeEach(async () => {
      proxy = await TcpProxy.start(url);
      shared = await shareLimits(proxy.url)({ partner: somePartner(), limits: RATE });
    });

    afterEach(async () => {
      shared.close();
      await proxy.close();
    });

    const admits = async () => (await shared.limiter.acquire(CALL)).ok;

    it.each(['cut', 'silence'] as const)(
      'rejects while the way is lost (%s), and works again by itself',
      async (how) => {
        expect(await admits()).toBe(true);
        proxy[how]();
        await expect(admits()).rejects.toThrow();
        proxy.mend();
        await eventually(async () => expect(await admits()).toBe(true));
      },
    );

    it('lets a lease be given back without a word', async () => {
      const lease = await shared.limiter.acquire(CALL);
      proxy.cut();
      if (lease.ok) lease.value.release();
      await expect(admits()).rejects.toThrow();
    });

    it('can be opened all the same, and works as soon as Redis is there', async () => {
      proxy.cut();
      const late = await shareLimits(proxy.url)({ partner: somePartner(), limits: RATE });
      expect(late.reachable).toBe(false);
      await expect(late.limiter.acquire(CALL)).rejects.toThrow();
      proxy.mend();
      await eventually(async () => expect((await late.limiter.acquire(CALL)).ok).toBe(true));
      late.close();
    });
  });
});
