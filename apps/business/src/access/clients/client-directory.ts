import { type ApiClient, type ClientStore, type Clock, StoreUnavailableError } from '@app/ports';
import { ClientCache } from './client-cache.js';
import { bearerKey, hashOfKey } from './client-keys.js';

export interface ClientDirectoryParts {
  /** By the hash of their key; they need no store. */
  readonly fixed: ReadonlyMap<string, ApiClient>;
  /** Everybody else; null where there is nobody else. */
  readonly store: Pick<ClientStore, 'find'> | null;
  readonly clock: Clock;
}

/**
 * Clients by their key; the key itself is kept nowhere. What the store said is remembered: for about 30 s who a key
 * belongs to, for 5 s that it belongs to nobody, and while the store is away whom it last belonged to.
 */
export class ClientDirectory {
  private readonly cache: ClientCache;
  private readonly lookups = new Map<string, Promise<ApiClient | undefined>>();

  constructor(private readonly parts: ClientDirectoryParts) {
    this.cache = new ClientCache(parts.clock);
  }

  /**
   * The client whose key an `Authorization` header shows; undefined for a missing or unknown one. Rejects with
   * `StoreUnavailableError` when only the store could tell.
   */
  async find(authorization: string | undefined): Promise<ApiClient | undefined> {
    const key = bearerKey(authorization);
    if (key === undefined) return undefined;
    const hash = hashOfKey(key);
    return this.parts.fixed.get(hash) ?? this.findStored(hash);
  }

  private findStored(hash: string): ApiClient | undefined | Promise<ApiClient | undefined> {
    const known = this.cache.get(hash);
    if (known?.fresh) return known.client;
    const lookup = this.lookUpOnce(hash);
    // Nobody waits for a store that was away a moment ago; it is asked all the same.
    return known?.storeWasAway ? known.client : lookup;
  }

  private lookUpOnce(hash: string): Promise<ApiClient | undefined> {
    const running = this.lookups.get(hash);
    if (running !== undefined) return running;
    const lookup = this.lookUp(hash).finally(() => this.lookups.delete(hash));
    this.lookups.set(hash, lookup);
    // Whoever waits for it sees it fail; when nobody does, nothing is lost.
    lookup.catch(() => undefined);
    return lookup;
  }

  private async lookUp(hash: string): Promise<ApiClient | undefined> {
    const { store } = this.parts;
    if (store === null) return undefined;
    try {
      const client = await store.find(hash);
      this.cache.set(hash, client);
      return client;
    } catch (error) {
      const stale = error instanceof StoreUnavailableError ? this.cache.keepWhileAway(hash) : undefined;
      if (stale === undefined) throw error;
      return stale;
    }
  }
}
