import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What retention looks for has an index that holds nothing else: whatever was erased or sealed anew leaves it, so that
 * looking again does not walk over years of what is done. The first part of a compact JWE is its header, which names the
 * key and is the same for all that is sealed under it.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE quote_request_content
      ALTER COLUMN personal_sealed DROP NOT NULL,
      ADD COLUMN created_at timestamptz NOT NULL DEFAULT clock_timestamp()`.execute(db);
  await sql`
    UPDATE quote_request_content content SET created_at = r.created_at
    FROM quote_request r WHERE r.id = content.request_id`.execute(db);
  await sql`
    CREATE INDEX quote_request_content_personal ON quote_request_content (created_at)
    WHERE personal_sealed IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX quote_request_content_key ON quote_request_content (split_part(personal_sealed, '.', 1), created_at)
    WHERE personal_sealed IS NOT NULL`.execute(db);
  await sql`CREATE INDEX quote_request_age ON quote_request (created_at)`.execute(db);

  await sql`
    CREATE TABLE quote_statistics (
      month        date NOT NULL,
      product_line text NOT NULL,
      partner      text NOT NULL,
      status       text NOT NULL,
      answers      bigint NOT NULL,
      PRIMARY KEY (month, product_line, partner, status)
    )`.execute(db);
}

export const retention: Migration = { up };
