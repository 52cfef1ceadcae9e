import { createHash } from 'node:crypto';
import type { ApiClient, ClientStore } from '@app/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** An empty store. */
export interface ClientStoreUnderTest {
  readonly store: ClientStore;
  close(): Promise<void>;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

const PORTAL: ApiClient = {
  id: 'broker-portal',
  kind: 'CONFIDENTIAL',
  scopes: ['quotes', 'ops'],
  plan: { ratePerSecond: 200, burst: 400, perDay: 5_000_000_000, creationsPerSecond: null },
};
const PAGE: ApiClient = {
  id: 'Page-2',
  kind: 'PUBLIC',
  scopes: ['quotes'],
  plan: { ratePerSecond: 0.5, burst: 1, perDay: 86_400, creationsPerSecond: 20 },
};

/** The obligations of `ClientStore`; every implementation passes all of them. */
export function clientStoreContract(makeStore: () => Promise<ClientStoreUnderTest>): void {
  describe('a store of clients', () => {
    let under: ClientStoreUnderTest;
    let store: ClientStore;

    beforeEach(async () => {
      under = await makeStore();
      store = under.store;
    });
    afterEach(() => under.close());

    it('finds a client by the hash of its key, exactly as it was added', async () => {
      expect(await store.add(PORTAL, hashOf('one'))).toBe(true);
      expect(await store.add(PAGE, hashOf('two'))).toBe(true);
      expect(await store.find(hashOf('one'))).toEqual(PORTAL);
      expect(await store.find(hashOf('two'))).toEqual(PAGE);
    });

    it.each(['three', ''])('finds nobody by a hash that opens nothing (%j)', async (key) => {
      await store.add(PORTAL, hashOf('one'));
      expect(await store.find(key === '' ? '' : hashOf(key))).toBeUndefined();
    });

    it('adds a client once: the second one with its id changes nothing and brings no key', async () => {
      await store.add(PORTAL, hashOf('one'));
      expect(await store.add({ ...PAGE, id: PORTAL.id }, hashOf('two'))).toBe(false);
      expect(await store.find(hashOf('one'))).toEqual(PORTAL);
      expect(await store.find(hashOf('two'))).toBeUndefined();
    });

    it('adds one of many with the same id at once', async () => {
      const keys = Array.from({ length: 10 }, (_, at) => hashOf(`key ${at}`));
      const added = await Promise.all(keys.map((hash) => store.add(PORTAL, hash)));
      expect(added.filter((each) => each)).toHaveLength(1);
      const found = await Promise.all(keys.map((hash) => store.find(hash)));
      expect(found.map((client) => client !== undefined)).toEqual(added);
    });

    it('gives no key to two clients', async () => {
      await store.add(PORTAL, hashOf('one'));
      await expect(store.add(PAGE, hashOf('one'))).rejects.toThrow();
      await store.add(PAGE, hashOf('two'));
      await expect(store.addKey(PAGE.id, hashOf('one'))).rejects.toThrow();
      expect(await store.find(hashOf('one'))).toEqual(PORTAL);
      expect((await store.list()).map(({ keys }) => keys)).toEqual([1, 1]);
    });

    it('lets two keys open while one is being replaced, then the newest alone', async () => {
      await store.add(PORTAL, hashOf('one'));
      await store.add(PAGE, hashOf('page'));
      expect(await store.addKey(PORTAL.id, hashOf('two'))).toBe(true);
      expect(await store.addKey(PORTAL.id, hashOf('three'))).toBe(true);
      expect(await store.find(hashOf('one'))).toEqual(PORTAL);
      expect(await store.find(hashOf('three'))).toEqual(PORTAL);
      expect(await store.endOldKeys(PORTAL.id)).toBe(2);
      expect(await store.endOldKeys(PORTAL.id)).toBe(0);
      const found = await Promise.all(['one', 'two', 'three', 'page'].map((key) => store.find(hashOf(key))));
      expect(found).toEqual([undefined, undefined, PORTAL, PAGE]);
    });

    it('knows nothing of a client that was never added', async () => {
      expect(await store.addKey('nobody', hashOf('one'))).toBe(false);
      expect(await store.endOldKeys('nobody')).toBe(0);
      expect(await store.remove('nobody')).toBe(false);
      expect(await store.list()).toEqual([]);
    });

    it('removes a client with all its keys, which then are free', async () => {
      await store.add(PORTAL, hashOf('one'));
      await store.addKey(PORTAL.id, hashOf('two'));
      expect(await store.remove(PORTAL.id)).toBe(true);
      expect(await store.remove(PORTAL.id)).toBe(false);
      expect(await store.find(hashOf('two'))).toBeUndefined();
      expect(await store.add(PAGE, hashOf('two'))).toBe(true);
    });

    it('lists clients by id with how many keys they have, and never a key', async () => {
      await store.add(PORTAL, hashOf('one'));
      await store.add(PAGE, hashOf('two'));
      await store.addKey(PORTAL.id, hashOf('three'));
      const createdAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\dZ$/);
      expect(await store.list()).toEqual([
        { ...PAGE, createdAt, keys: 1 },
        { ...PORTAL, createdAt, keys: 2 },
      ]);
    });
  });
}
