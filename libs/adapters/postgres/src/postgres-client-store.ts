import type { ApiClient, ClientEntry, ClientKind, ClientScope, ClientStore } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';

interface ClientRow {
  readonly id: string;
  readonly kind: ClientKind;
  readonly scopes: ClientScope[];
  readonly rate_per_second: number;
  readonly burst: number;
  readonly per_day: number;
  readonly creations_per_second: number | null;
}

interface EntryRow extends ClientRow {
  readonly created_at: Date;
  readonly keys: number;
}

const CLIENT_COLUMNS = 'id, kind, scopes, rate_per_second, burst, per_day, creations_per_second';

const FIND = `
  SELECT ${CLIENT_COLUMNS} FROM api_client JOIN api_client_key ON client_id = id WHERE hash = $1`;

const ADD = `
  WITH client AS (
    INSERT INTO api_client (${CLIENT_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id) DO NOTHING RETURNING id
  )
  INSERT INTO api_client_key (hash, client_id) SELECT $8, id FROM client`;

const ADD_KEY = `
  WITH client AS (SELECT id FROM api_client WHERE id = $1 FOR KEY SHARE)
  INSERT INTO api_client_key (hash, client_id) SELECT $2, id FROM client`;

const END_OLD_KEYS = `
  DELETE FROM api_client_key
  WHERE client_id = $1 AND number < (SELECT max(number) FROM api_client_key WHERE client_id = $1)`;

const REMOVE = 'DELETE FROM api_client WHERE id = $1';

const LIST = `
  SELECT ${CLIENT_COLUMNS}, created_at,
         (SELECT count(*)::integer FROM api_client_key WHERE client_id = id) AS keys
  FROM api_client ORDER BY id`;

const clientOf = (row: ClientRow): ApiClient => ({
  id: row.id,
  kind: row.kind,
  scopes: row.scopes,
  plan: {
    ratePerSecond: row.rate_per_second,
    burst: row.burst,
    perDay: row.per_day,
    creationsPerSecond: row.creations_per_second,
  },
});

/** Clients in PostgreSQL. Rejects when a key is to open two clients: that is no key then. */
export class PostgresClientStore implements ClientStore {
  constructor(private readonly pool: Pool) {}

  async find(keyHash: string): Promise<ApiClient | undefined> {
    const query = { name: 'find-client', text: FIND, values: [keyHash] };
    return (await ask<ClientRow>(this.pool, query)).rows.map(clientOf)[0];
  }

  async add({ id, kind, scopes, plan }: ApiClient, keyHash: string): Promise<boolean> {
    const { ratePerSecond, burst, perDay, creationsPerSecond } = plan;
    return (await this.change(ADD, id, kind, scopes, ratePerSecond, burst, perDay, creationsPerSecond, keyHash)) > 0;
  }

  async addKey(id: string, keyHash: string): Promise<boolean> {
    return (await this.change(ADD_KEY, id, keyHash)) > 0;
  }

  endOldKeys(id: string): Promise<number> {
    return this.change(END_OLD_KEYS, id);
  }

  async remove(id: string): Promise<boolean> {
    return (await this.change(REMOVE, id)) > 0;
  }

  async list(): Promise<ClientEntry[]> {
    const { rows } = await ask<EntryRow>(this.pool, { text: LIST });
    return rows.map((row) => ({ ...clientOf(row), createdAt: row.created_at.toISOString(), keys: row.keys }));
  }

  /** How many rows it was. */
  private async change(text: string, ...values: unknown[]): Promise<number> {
    return (await ask(this.pool, { text, values })).rowCount ?? 0;
  }
}
