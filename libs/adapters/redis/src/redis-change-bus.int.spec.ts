import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeListener, Clock, QuoteChanged } from '@app/ports';
import { changeBusContract, describeWithRedis, eventually, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { RedisChangeBus } from './redis-change-bus.js';
import { createRedis, makeRedis } from './redis-connection.js';

const realClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};

const optionsOf = (url: string) => ({ url, connectionName: 'spec', onError: () => undefined });
const someChange = (rest: Partial<QuoteChanged> = {}) => ({ id: randomUUID(), version: 2, withdrawn: false, ...rest });

class CountingListener implements ChangeListener {
  timesMissed = 0;

  changed(): void {}

  missed(): void {
    this.timesMissed += 1;
  }
}

describeWithRedis('a bus of changes in Redis', (url) => {
  let proxy: TcpProxy;
  let channel: string;
  let connections: Redis[];

  beforeEach(async () => {
    proxy = await TcpProxy.start(url);
    channel = `changes-${randomUUID()}`;
    connections = [];
  });
  afterEach(async () => {
    for (const redis of connections) redis.disconnect();
    await proxy.close();
  });

  /** A process whose announcing connection is on its way. */
  const open = (through: string, more: { mostKept?: number } = {}): RedisChangeBus => {
    const redis = makeRedis(optionsOf(through));
    connections.push(redis);
    redis.connect().catch(() => undefined);
    const openSubscriber = () => createRedis({ ...optionsOf(through), connectionName: channel });
    return new RedisChangeBus({ redis, openSubscriber, clock: realClock, channel, ...more });
  };

  changeBusContract(async () => ({
    open: () => open(proxy.url),
    openBeside: () => open(url),
    cut: () => proxy.cut(),
    restore: () => proxy.mend(),
    close: async () => undefined,
  }));

  describe('on its channel', () => {
    let watcher: Redis;
    let told: string[];

    beforeEach(async () => {
      watcher = await createRedis(optionsOf(url));
      connections.push(watcher);
      told = [];
      await watcher.subscribe(channel);
      watcher.on('message', (_channel, text) => told.push(text));
    });

    it('tells of many changes in few messages', async () => {
      const bus = open(url);
      const ids = Array.from({ length: 1_000 }, () => randomUUID());
      for (const id of ids) bus.announce(someChange({ id }));
      await eventually(() => {
        for (const id of ids) expect(told.join()).toContain(id);
      });
      expect(told).toHaveLength(2);
      await bus.close();
    });

    it('tells again what it cannot know to have been told', async () => {
      const bus = open(proxy.url);
      await eventually(() => expect(connections.at(-1)?.status).toBe('ready'));
      proxy.silence();
      const change = someChange();
      bus.announce(change);
      await eventually(() => expect(told).toHaveLength(1));
      proxy.mend();
      await eventually(() => expect(told.length).toBeGreaterThan(1));
      expect(told.every((text) => text.includes(change.id))).toBe(true);
      await bus.close();
    });

    it('says that there was more than it could keep', async () => {
      proxy.cut();
      const bus = open(proxy.url, { mostKept: 2 });
      for (const version of [1, 2, 3]) bus.announce(someChange({ version }));
      proxy.mend();
      await eventually(() => expect(told).toHaveLength(1));
      const [, batch = ''] = told[0]?.split('|') ?? [];
      expect(JSON.parse(batch)).toMatchObject({ changes: { length: 2 }, missed: true });
      await bus.close();
    });

    it('takes a message that it does not understand for a missed one', async () => {
      const bus = open(url);
      const listener = new CountingListener();
      await bus.listen(listener);
      const publisher = await createRedis(optionsOf(url));
      connections.push(publisher);
      await publisher.publish(channel, 'something else');
      await eventually(() => expect(listener.timesMissed).toBe(1));
      await bus.close();
    });
  });

  it('notices that a quiet connection is dead, and makes a new one', async () => {
    const bus = open(proxy.url);
    const listener = new CountingListener();
    await bus.listen(listener);
    proxy.silence();
    await eventually(() => expect(bus.connected).toBe(false));
    proxy.mend();
    await eventually(() => expect(bus.connected).toBe(true));
    await eventually(() => expect(listener.timesMissed).toBeGreaterThan(0));
    await bus.close();
  });

  it('leaves no connection behind when it is closed while it begins to listen', async () => {
    const bus = open(url);
    const listening = bus.listen(new CountingListener());
    await bus.close();
    await listening;
    const redis = await createRedis(optionsOf(url));
    connections.push(redis);
    await eventually(async () => expect(await redis.client('LIST')).not.toContain(channel));
  });
});
