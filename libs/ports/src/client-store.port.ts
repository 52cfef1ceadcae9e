export const CLIENT_SCOPES = ['quotes', 'ops'] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

/** `PUBLIC`: its key is visible to anyone (a page). `CONFIDENTIAL`: it also reads what it created itself. */
export type ClientKind = 'CONFIDENTIAL' | 'PUBLIC';

/** How much a client may use. */
export interface UsagePlan {
  /** Steady rate, and how many at once: at most `burst` in any `burst / ratePerSecond` seconds. */
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly perDay: number;
  /** Of a public client, for each address; null for the plan's own rate. */
  readonly creationsPerSecond: number | null;
}

/** Who calls the public API. */
export interface ApiClient {
  /** Letters, digits and hyphens: `broker-portal`. */
  readonly id: string;
  readonly kind: ClientKind;
  readonly scopes: readonly ClientScope[];
  readonly plan: UsagePlan;
}

/** A client as operators see it. */
export interface ClientEntry extends ApiClient {
  readonly createdAt: string;
  /** How many keys open it; two while one is being replaced. */
  readonly keys: number;
}

/** Clients and the hashes of their keys; no key is kept anywhere. */
export interface ClientStore {
  /** By SHA-256 of the key, in hex; undefined for a hash that opens nothing. */
  find(keyHash: string): Promise<ApiClient | undefined>;

  /** False when there is a client with this id. */
  add(client: ApiClient, keyHash: string): Promise<boolean>;

  /** A second key beside those there are; false for an unknown client. */
  addKey(id: string, keyHash: string): Promise<boolean>;

  /** Ends every key of a client but the newest; how many that were. */
  endOldKeys(id: string): Promise<number>;

  /** Removes a client with its keys; false for an unknown one. What it created stays. */
  remove(id: string): Promise<boolean>;

  /** By id. */
  list(): Promise<ClientEntry[]>;
}
