import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * `quote_request` is small and changes with every answer; what was asked is large and never changes, so it stands in a
 * table of its own and no version is written again with it. Free space in the pages keeps those changes in place.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE quote_request (
      id                uuid PRIMARY KEY,
      client_id         text NOT NULL,
      product_line      text NOT NULL,
      created_at        timestamptz NOT NULL,
      answer_deadline   timestamptz NOT NULL,
      accept_late_until timestamptz NOT NULL,
      completed_at      timestamptz,
      version           integer NOT NULL CHECK (version > 0)
    ) WITH (fillfactor = 70)`.execute(db);

  await sql`
    CREATE INDEX quote_request_running ON quote_request (answer_deadline) WHERE completed_at IS NULL`.execute(db);

  await sql`
    CREATE TABLE quote_request_content (
      request_id      uuid PRIMARY KEY REFERENCES quote_request ON DELETE CASCADE,
      request         jsonb NOT NULL,
      personal_sealed text NOT NULL
    )`.execute(db);
  await sql`COMMENT ON COLUMN quote_request_content.personal_sealed IS 'compact JWE'`.execute(db);
}

export const quoteRequests: Migration = { up };
