import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** `response` is json, not jsonb: a repetition is answered with its fields in the order of the first answer. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE idempotency_key (
      client_id   text NOT NULL,
      key         text NOT NULL,
      fingerprint text NOT NULL,
      request_id  uuid NOT NULL,
      response    json NOT NULL,
      expires_at  timestamptz NOT NULL,
      PRIMARY KEY (client_id, key)
    )`.execute(db);
  await sql`CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at)`.execute(db);
}

export const idempotencyKeys: Migration = { up };
