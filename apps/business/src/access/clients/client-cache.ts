import type { ApiClient, Clock } from '@app/ports';

const KNOWN_FOR_MS = 30_000;
const UNKNOWN_FOR_MS = 5_000;
const ASK_AGAIN_AFTER_MS = 5_000;
/** Of each kind: guessed keys cannot push out the real ones. */
const MAX_ENTRIES = 10_000;

interface Entry {
  readonly client: ApiClient | undefined;
  readonly freshUntil: number;
  readonly storeWasAway: boolean;
}

/** What is remembered of a key. */
export interface KnownKey {
  /** Undefined: it opens nothing. */
  readonly client: ApiClient | undefined;
  readonly fresh: boolean;
  readonly storeWasAway: boolean;
}

function put(entries: Map<string, Entry>, hash: string, entry: Entry): void {
  entries.delete(hash);
  entries.set(hash, entry);
  const [oldest] = entries.keys();
  if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
}

/** Remembers what keys open, by their hash; bounded, the oldest is forgotten first. */
export class ClientCache {
  private readonly clients = new Map<string, Entry>();
  private readonly strangers = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  get(hash: string): KnownKey | undefined {
    const entry = this.clients.get(hash) ?? this.strangers.get(hash);
    if (entry === undefined) return undefined;
    const fresh = this.clock.now().getTime() < entry.freshUntil;
    // That a key once opened nothing says nothing about now.
    return fresh || entry.client !== undefined ? { ...entry, fresh } : undefined;
  }

  set(hash: string, client: ApiClient | undefined): void {
    this.clients.delete(hash);
    this.strangers.delete(hash);
    const [entries, forMs] = client ? [this.clients, KNOWN_FOR_MS] : [this.strangers, UNKNOWN_FOR_MS];
    put(entries, hash, { client, freshUntil: this.in(forMs), storeWasAway: false });
  }

  /** Keeps a client that is known, for as long as nobody can say whether it still is one; undefined when it is not. */
  keepWhileAway(hash: string): ApiClient | undefined {
    const client = this.clients.get(hash)?.client;
    if (client !== undefined)
      put(this.clients, hash, { client, freshUntil: this.in(ASK_AGAIN_AFTER_MS), storeWasAway: true });
    return client;
  }

  private in(ms: number): number {
    return this.clock.now().getTime() + ms;
  }
}
