import { type ApiClient, StoreUnavailableError } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ClientDirectory } from './client-directory.js';
import { bearerKey, hashOfKey, newClientKey } from './client-keys.js';
import { DEFAULT_PLAN, developmentClients } from './development-clients.js';

const KEYS = {
  DEVELOPMENT_API_KEY: 'development-key',
  DEVELOPMENT_PUBLIC_KEY: 'development-public-key',
  DEVELOPMENT_OPS_KEY: undefined,
};
const PORTAL: ApiClient = { id: 'portal', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: DEFAULT_PLAN };

/** A store that says what it is told to, and notes who asked. */
class StoreUnderTest {
  readonly asked: string[] = [];
  holds: ApiClient | undefined = PORTAL;
  state: 'UP' | 'AWAY' | 'SLOW' = 'UP';
  private readonly slow: (() => void)[] = [];

  async find(keyHash: string): Promise<ApiClient | undefined> {
    this.asked.push(keyHash);
    if (this.state === 'AWAY') throw new StoreUnavailableError('PostgreSQL');
    if (this.state === 'SLOW') await new Promise<void>((resolve) => this.slow.push(resolve));
    return this.holds;
  }

  answerNow(): void {
    for (const answer of this.slow) answer();
  }
}

describe('keys of clients', () => {
  it('are random, long, and tell whose they are', () => {
    expect(newClientKey()).toMatch(/^mpq_[\w-]{43}$/);
    expect(newClientKey()).not.toBe(newClientKey());
    expect(hashOfKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([
    ['Bearer one', 'one'],
    ['bearer  one', 'one'],
    [undefined, undefined],
    ['', undefined],
    ['Bearer', undefined],
    ['Bearer ', undefined],
    ['Bearer one two', undefined],
    ['Basic one', undefined],
    ['one', undefined],
  ])('are read out of %p', (authorization, key) => {
    expect(bearerKey(authorization)).toBe(key);
  });
});

describe('the development clients', () => {
  it('are a confidential and a public one, each where its key is set', () => {
    const clients = developmentClients(KEYS);
    expect([...clients.values()]).toMatchObject([
      { id: 'development', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: { burst: 200, perDay: 1_000_000 } },
      { id: 'development-page', kind: 'PUBLIC', scopes: ['quotes'], plan: { creationsPerSecond: 20 } },
    ]);
  });

  it('are found without a store, and nobody else is', async () => {
    const directory = new ClientDirectory({ fixed: developmentClients(KEYS), store: null, clock: new ManualClock() });
    expect(await directory.find('Bearer development-key')).toMatchObject({ id: 'development' });
    for (const other of [undefined, 'Bearer undefined', 'Bearer development-ops-key'])
      expect(await directory.find(other)).toBeUndefined();
  });
});

describe('the directory of clients', () => {
  let clock: ManualClock;
  let store: StoreUnderTest;
  let directory: ClientDirectory;
  beforeEach(() => {
    clock = new ManualClock();
    store = new StoreUnderTest();
    directory = new ClientDirectory({ fixed: developmentClients(KEYS), store, clock });
  });
  const find = (key = 'portal-key') => directory.find(`Bearer ${key}`);

  it('asks the store by the hash of a key, and not again for half a minute', async () => {
    expect(await find()).toEqual(PORTAL);
    clock.advance(29_999);
    expect(await find()).toEqual(PORTAL);
    expect(store.asked).toEqual([hashOfKey('portal-key')]);
    store.holds = undefined;
    clock.advance(1);
    expect(await find()).toBeUndefined();
  });

  it('remembers for five seconds that a key opens nothing', async () => {
    store.holds = undefined;
    expect(await find()).toBeUndefined();
    store.holds = PORTAL;
    clock.advance(4_999);
    expect(await find()).toBeUndefined();
    expect(store.asked).toHaveLength(1);
    clock.advance(1);
    expect(await find()).toEqual(PORTAL);
  });

  it('asks once for all who come with one key at once', async () => {
    store.state = 'SLOW';
    const found = Promise.all([find(), find(), find()]);
    await eventually(() => expect(store.asked).toHaveLength(1));
    store.answerNow();
    expect(await found).toEqual([PORTAL, PORTAL, PORTAL]);
    expect(store.asked).toHaveLength(1);
  });

  it('goes on with who is known while the store is away, and lets nobody wait for it', async () => {
    await find();
    clock.advance(30_000);
    store.state = 'AWAY';
    expect(await find()).toEqual(PORTAL);
    clock.advance(5_000);
    store.state = 'SLOW';
    expect(await find()).toEqual(PORTAL);
    store.holds = undefined;
    store.answerNow();
    await eventually(async () => expect(await find()).toBeUndefined());
  });

  it('cannot say who somebody is whom it does not know while the store is away, and says so again and again', async () => {
    store.state = 'AWAY';
    await expect(find()).rejects.toThrow(StoreUnavailableError);
    await expect(find()).rejects.toThrow(StoreUnavailableError);
    store.state = 'UP';
    expect(await find()).toEqual(PORTAL);
  });

  it('knows the development clients while the store is away', async () => {
    store.state = 'AWAY';
    expect(await find('development-key')).toMatchObject({ id: 'development' });
    expect(store.asked).toEqual([]);
  });

  it('does not forget a client for all the keys that are guessed', async () => {
    await find();
    store.holds = undefined;
    for (let guess = 0; guess < 10_100; guess += 1) await find(`guess-${guess}`);
    const asked = store.asked.length;
    expect(await find()).toEqual(PORTAL);
    expect(store.asked).toHaveLength(asked);
  });
});
