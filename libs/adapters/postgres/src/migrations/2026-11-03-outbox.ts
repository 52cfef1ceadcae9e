import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Ids are UUIDv7, so the primary key is also the order by age. Rows live for milliseconds: the table is vacuumed by
 * their number, not by their share of it, or a claim would walk over the dead.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE outbox (
      id            uuid PRIMARY KEY,
      topic         text NOT NULL,
      body          text NOT NULL,
      attributes    jsonb NOT NULL,
      claimed_until timestamptz NOT NULL
    ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`.execute(db);
}

export const outbox: Migration = { up };
