import type { ApiClient, ClientEntry, ClientStore, Clock } from '@app/ports';

interface Entry {
  readonly client: ApiClient;
  readonly createdAt: string;
  /** Hashes, the newest last. */
  readonly keys: string[];
}

/** Clients of one process. */
export class InMemoryClientStore implements ClientStore {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  async find(keyHash: string): Promise<ApiClient | undefined> {
    return [...this.entries.values()].find(({ keys }) => keys.includes(keyHash))?.client;
  }

  async add(client: ApiClient, keyHash: string): Promise<boolean> {
    if (this.entries.has(client.id)) return false;
    this.refuseKnown(keyHash);
    this.entries.set(client.id, { client, createdAt: this.clock.now().toISOString(), keys: [keyHash] });
    return true;
  }

  async addKey(id: string, keyHash: string): Promise<boolean> {
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    this.refuseKnown(keyHash);
    entry.keys.push(keyHash);
    return true;
  }

  async endOldKeys(id: string): Promise<number> {
    const keys = this.entries.get(id)?.keys ?? [];
    return keys.splice(0, keys.length - 1).length;
  }

  async remove(id: string): Promise<boolean> {
    return this.entries.delete(id);
  }

  async list(): Promise<ClientEntry[]> {
    return [...this.entries.values()]
      .map(({ client, createdAt, keys }) => ({ ...client, createdAt, keys: keys.length }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private refuseKnown(keyHash: string): void {
    for (const { keys } of this.entries.values()) {
      if (keys.includes(keyHash)) throw new Error('This key opens a client already');
    }
  }
}
