import { createHash } from 'node:crypto';

/** Who calls the public API. All of them are confidential so far: they also read what they created themselves. */
export interface Client {
  readonly id: string;
}

const BEARER = /^Bearer +(\S+)$/i;

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Clients by the hash of their key; the key itself is kept nowhere. */
export class ClientDirectory {
  constructor(private readonly byKeyHash: ReadonlyMap<string, Client>) {}

  /** The client whose key this `Authorization` header shows; undefined for a missing or unknown one. */
  find(authorization: string | undefined): Client | undefined {
    const [, key] = BEARER.exec(authorization ?? '') ?? [];
    return key === undefined ? undefined : this.byKeyHash.get(hashOfKey(key));
  }
}

/** The one client of the development key; nobody at all without a key. */
export const developmentClients = (key: string | undefined): ClientDirectory =>
  new ClientDirectory(new Map(key === undefined ? [] : [[hashOfKey(key), { id: 'development' }]]));
