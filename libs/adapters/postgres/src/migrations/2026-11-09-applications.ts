import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * `state` is the whole application as the domain knows it; the columns beside it are what somebody looks for. No foreign
 * key leads to the quote request: it may live elsewhere, and an application outlives it. What is large and rarely read
 * stands in tables of its own, so that no version is written again with it.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE application (
      id               uuid PRIMARY KEY,
      client_id        text NOT NULL,
      quote_request_id uuid NOT NULL,
      offer_id         text NOT NULL,
      status           text NOT NULL,
      version          integer NOT NULL CHECK (version > 0),
      is_live          boolean NOT NULL,
      refund_status    text CHECK (refund_status IN ('DUE', 'REFUNDED')),
      wake_at          timestamptz,
      created_at       timestamptz NOT NULL,
      state            jsonb NOT NULL
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX application_live_offer ON application (quote_request_id, offer_id) WHERE is_live`.execute(db);
  await sql`CREATE INDEX application_wake ON application (wake_at) WHERE wake_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX application_age ON application (created_at, id)`.execute(db);
  await sql`CREATE INDEX application_status ON application (status, created_at, id)`.execute(db);
  await sql`
    CREATE INDEX application_refund ON application (refund_status, created_at, id)
    WHERE refund_status IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE application_content (
      application_id uuid PRIMARY KEY REFERENCES application ON DELETE CASCADE,
      created_at     timestamptz NOT NULL,
      request        jsonb NOT NULL,
      sealed         text NOT NULL
    )`.execute(db);
  await sql`COMMENT ON COLUMN application_content.sealed IS 'compact JWE: personal fields and details'`.execute(db);
  await sql`
    CREATE INDEX application_content_key ON application_content (split_part(sealed, '.', 1), created_at)`.execute(db);

  await sql`
    CREATE TABLE application_document (
      application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
      document_id    text NOT NULL,
      bytes          bytea NOT NULL,
      PRIMARY KEY (application_id, document_id)
    )`.execute(db);
  // Documents are compressed already.
  await sql`ALTER TABLE application_document ALTER COLUMN bytes SET STORAGE EXTERNAL`.execute(db);

  await sql`
    CREATE TABLE payment_reference (
      hash           text PRIMARY KEY,
      application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE
    )`.execute(db);

  // Rows without offers are no part of it: accepting a request costs nothing. Without a list of pending entries no
  // answer has to put away those of others, and no reader has to go through them.
  await sql`
    CREATE INDEX partner_answer_offer ON partner_answer
    USING gin (jsonb_path_query_array(offers, '$[*].offerId') jsonb_path_ops)
    WITH (fastupdate = off) WHERE offers <> '[]'`.execute(db);
}

export const applications: Migration = { up };
