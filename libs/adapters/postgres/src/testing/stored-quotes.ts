import { createTestDatabase, newApplicationOf, newQuoteRequest, type TestDatabase } from '@app/testing';
import type { Pool } from 'pg';
import { PostgresApplicationStore } from '../applications/postgres-application-store.js';
import { migrate } from '../migrate.js';
import { createPool } from '../pool.js';
import { PostgresQuoteStore } from '../postgres-quote-store.js';
import { PostgresRetention } from '../postgres-retention.js';
import type { StorageSealer } from '../storage-sealer.js';

const DAY_MS = 86_400_000;
const NOW = Date.now();

export const daysAgo = (days: number): Date => new Date(NOW - days * DAY_MS);

/** Texts with the parts of a compact JWE; the first key seals, all of them open. */
export function sealerWith(...keys: string[]): StorageSealer {
  let sealed = 0;
  return {
    async seal(value) {
      sealed += 1;
      return [keys[0], '', sealed, Buffer.from(JSON.stringify(value)).toString('base64url'), 'tag'].join('.');
    },
    async open(text) {
      const [key = '', , , content = ''] = text.split('.');
      if (!keys.includes(key)) throw new Error('unknown key');
      return JSON.parse(Buffer.from(content, 'base64url').toString());
    },
  };
}

/** A database with quote requests whose time may be over. */
export class StoredQuotes {
  private constructor(
    private readonly database: TestDatabase,
    readonly pool: Pool,
  ) {}

  static async open(): Promise<StoredQuotes> {
    const database = await createTestDatabase(migrate);
    return new StoredQuotes(database, createPool({ url: database.url, onError: () => undefined }));
  }

  async clear(): Promise<void> {
    await this.pool.query(
      'TRUNCATE quote_request, unstored_answer, quote_statistics, idempotency_key, application, dead_letter CASCADE',
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }

  storeWith(sealer: StorageSealer = sealerWith('one')): PostgresQuoteStore {
    const observer = { changed: () => undefined, committed: () => undefined };
    return new PostgresQuoteStore({ pool: this.pool, sealer, describe: () => [], observer, leaseMs: 5_000 });
  }

  retentionWith(sealer: StorageSealer = sealerWith('one')): PostgresRetention {
    return new PostgresRetention(this.pool, sealer);
  }

  /** The id of a request that was made at `createdAt`. */
  async accept(createdAt: Date, sealer?: StorageSealer, key?: string): Promise<string> {
    const idempotency = key === undefined ? null : { key, fingerprint: key, response: {} };
    const prepared = newQuoteRequest({ createdAt, idempotency });
    await this.storeWith(sealer).accept(prepared);
    return prepared.request.requestId;
  }

  applicationsWith(sealer: StorageSealer): PostgresApplicationStore {
    return new PostgresApplicationStore({ pool: this.pool, sealer, leaseMs: 5_000 });
  }

  /** The id of an application. */
  async apply(sealer: StorageSealer): Promise<string> {
    const submission = newApplicationOf();
    await this.applicationsWith(sealer).submit(submission);
    return submission.application.id;
  }

  /** The sealed fields of each: null when they were erased. */
  async sealedOf(ids: readonly string[]): Promise<(string | null | undefined)[]> {
    const text = 'SELECT request_id AS id, personal_sealed AS sealed FROM quote_request_content';
    const { rows } = await this.pool.query<{ id: string; sealed: string | null }>(text);
    return ids.map((id) => rows.find((row) => row.id === id)?.sealed);
  }

  async keysOf(ids: readonly string[]): Promise<(string | undefined)[]> {
    return (await this.sealedOf(ids)).map((sealed) => sealed?.split('.')[0]);
  }

  async exists(table: string, id: string): Promise<boolean> {
    return (await this.pool.query(`SELECT 1 FROM ${table} WHERE request_id = $1`, [id])).rowCount !== 0;
  }
}
