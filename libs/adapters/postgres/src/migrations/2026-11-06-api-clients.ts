import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Ids sort by their bytes, whatever the database's language is. `number` says which of a client's keys is the newest. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE api_client (
      id                   text COLLATE "C" PRIMARY KEY,
      kind                 text NOT NULL CHECK (kind IN ('CONFIDENTIAL', 'PUBLIC')),
      scopes               text[] NOT NULL,
      rate_per_second      double precision NOT NULL,
      burst                double precision NOT NULL,
      per_day              double precision NOT NULL,
      creations_per_second double precision,
      created_at           timestamptz NOT NULL DEFAULT clock_timestamp()
    )`.execute(db);

  await sql`
    CREATE TABLE api_client_key (
      hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
      client_id  text COLLATE "C" NOT NULL REFERENCES api_client ON DELETE CASCADE,
      number     bigint GENERATED ALWAYS AS IDENTITY,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`.execute(db);
  await sql`COMMENT ON COLUMN api_client_key.hash IS 'SHA-256 of the key, in hex'`.execute(db);
  await sql`CREATE INDEX api_client_key_client ON api_client_key (client_id, number)`.execute(db);
}

export const apiClients: Migration = { up };
