import { randomUUID } from 'node:crypto';
import { StoreUnavailableError } from '@app/ports';
import {
  describeInWords,
  describeWithRedis,
  eventually,
  ManualClock,
  newQuoteRequest,
  progressOf,
  RecordingObserver,
  TcpProxy,
  testSealer,
} from '@app/testing';
import { expect, it } from '@jest/globals';
import { type OpenedRedis, openRedis } from './open-redis.js';

const clock = new ManualClock();

const storeOf = (opened: OpenedRedis) => {
  const observer = new RecordingObserver();
  const lifetimes = { ttlMs: 5_000, leaseMs: 1_000, space: `quotes-${randomUUID()}` };
  return opened.quoteStore({ ...lifetimes, clock, sealer: testSealer, observer, describe: describeInWords });
};

describeWithRedis('a Redis that is opened for a service', (url) => {
  const open = (through: string) => openRedis({ url: through, connectionName: 'spec', onError: () => undefined });

  it('is what everything of the service shares', async () => {
    const opened = await open(url);
    expect(opened.reachable).toBe(true);
    const store = storeOf(opened);
    const { id } = progressOf(await store.accept(newQuoteRequest({ createdAt: clock.now() })));
    const progress = await store.read(id);
    expect(progress).toMatchObject({ id });
    const hot = opened.hotQuotes();
    if (progress !== undefined) hot.keep(progress);
    await eventually(async () => expect(await hot.find(id)).toEqual(progress));
    const limit = { name: 'burst', key: randomUUID(), quota: 1, windowMs: 100 };
    expect(await opened.usageMeter().use([limit])).toMatchObject({ allowed: true });
    expect(await opened.outbox({ clock, leaseMs: 1_000 }).claim(1)).toEqual([]);
    opened.close();
    await eventually(() => expect(opened.reachable).toBe(false));
  });

  it('can be opened while it is away, and is used as soon as it is there', async () => {
    const proxy = await TcpProxy.start(url);
    proxy.cut();
    const opened = await open(proxy.url);
    expect(opened.reachable).toBe(false);
    const store = storeOf(opened);
    await expect(store.read(randomUUID())).rejects.toThrow(StoreUnavailableError);
    await expect(opened.usageMeter().use([])).rejects.toThrow(StoreUnavailableError);
    expect(await opened.hotQuotes().find(randomUUID())).toBeUndefined();
    proxy.mend();
    await eventually(() => expect(opened.reachable).toBe(true));
    expect(await store.read(randomUUID())).toBeUndefined();
    opened.close();
    await proxy.close();
  });
});
