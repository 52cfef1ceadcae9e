import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeListener, Clock } from '@app/ports';
import { changeBusContract, eventually, ManualClock, requiredVariable, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { createPool } from '../pool.js';
import { PostgresChangeBus } from './postgres-change-bus.js';

const clock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, { ...(signal === undefined ? {} : { signal }) }).catch(() => undefined),
};

const SERVER = requiredVariable('TEST_DATABASE_URL');
const APPLICATION = 'change-bus-spec';

function makeBus({ url, pool, clock: given = clock }: { url: string; pool: Pool; clock?: Clock }): PostgresChangeBus {
  const parts = { applicationName: APPLICATION, random: Math.random, onError: () => undefined };
  return new PostgresChangeBus({ ...parts, pool, url, clock: given });
}

const openPool = (url: string): Pool => createPool({ url, onError: () => undefined, size: 2 });

changeBusContract(async () => {
  const proxy = await TcpProxy.start(SERVER);
  const [cuttable, direct] = [openPool(proxy.url), openPool(SERVER)];
  return {
    open: () => makeBus({ url: proxy.url, pool: cuttable }),
    openBeside: () => makeBus({ url: SERVER, pool: direct }),
    cut: () => proxy.cut(),
    restore: () => proxy.mend(),
    async close() {
      await Promise.all([cuttable.end(), direct.end()]);
      await proxy.close();
    },
  };
});

describe('changes by PostgreSQL', () => {
  let pool: Pool;
  let proxy: TcpProxy;
  let heard: string[];
  let timesMissed: number;
  let listener: ChangeListener;
  const opened: PostgresChangeBus[] = [];

  beforeEach(async () => {
    pool = openPool(SERVER);
    proxy = await TcpProxy.start(SERVER);
    heard = [];
    timesMissed = 0;
    listener = {
      changed: ({ id }) => heard.push(id),
      missed: () => {
        timesMissed += 1;
      },
    };
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()));
    await pool.end();
    await proxy.close();
  });

  const bus = (options: { url?: string; clock?: Clock } = {}): PostgresChangeBus => {
    const made = makeBus({ url: SERVER, pool, ...options });
    opened.push(made);
    return made;
  };

  const sessions = async (): Promise<number> => {
    const text = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1';
    return (await pool.query(text, [APPLICATION])).rowCount ?? 0;
  };

  it('outlive that the server ends the listening session', async () => {
    const listening = bus();
    await listening.listen(listener);
    const kill = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1';
    await pool.query(kill, [APPLICATION]);
    await eventually(() => expect(timesMissed).toBe(1));
    expect(listening.connected).toBe(true);
    bus().announce({ id: 'after', version: 2, withdrawn: false });
    await eventually(() => expect(heard).toEqual(['after']));
  });

  it('notice a server that is gone without a word', async () => {
    const manual = new ManualClock();
    const listening = bus({ url: proxy.url, clock: manual });
    await listening.listen(listener);
    proxy.silence();
    const pause = async () => {
      manual.advance(1_000);
      await delay(10);
    };
    await eventually(() => expect(listening.connected).toBe(false), { pause });
    proxy.mend();
    await eventually(() => expect(listening.connected).toBe(true), { pause });
    expect(timesMissed).toBe(1);
  });

  it('are many in one round trip', async () => {
    await bus().listen(listener);
    const announcing = bus();
    let asked = 0;
    const query = pool.query.bind(pool);
    Object.assign(pool, {
      query: (...args: Parameters<typeof query>) => {
        asked += 1;
        return query(...args);
      },
    });
    const ids = Array.from({ length: 1_000 }, (_, at) => `request-${at}`);
    for (const id of ids) announcing.announce({ id, version: 2, withdrawn: false });
    await eventually(() => expect(new Set(heard)).toEqual(new Set(ids)));
    expect(asked).toBe(1);
  });

  it('leave no session behind, whether it was closed in peace or while it was connecting', async () => {
    const [peaceful, hasty] = [bus(), bus()];
    await peaceful.listen(listener);
    const connecting = hasty.listen(listener);
    await Promise.all([peaceful.close(), hasty.close(), connecting]);
    expect([peaceful.connected, hasty.connected]).toEqual([false, false]);
    await eventually(async () => expect(await sessions()).toBe(0));
  });
});
