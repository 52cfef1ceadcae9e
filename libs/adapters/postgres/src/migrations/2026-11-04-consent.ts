import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What a customer agreed to stands apart from what the customer asked, since it is kept when that is erased. Replicas of
 * the release before go on inserting without the new columns, so each of them has a default.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE consent (
      request_id      uuid PRIMARY KEY REFERENCES quote_request ON DELETE CASCADE,
      consent_id      text,
      notice_version  text NOT NULL,
      given_at        text NOT NULL,
      purposes        text[] NOT NULL,
      contact_allowed boolean NOT NULL,
      withdrawn_at    timestamptz
    )`.execute(db);
  await sql`COMMENT ON COLUMN consent.given_at IS 'as the client sent it: recorded, compared with nothing'`.execute(db);
  await sql`
    INSERT INTO consent (request_id, consent_id, notice_version, given_at, purposes, contact_allowed)
    SELECT request_id, agreed ->> 'consentId', agreed ->> 'noticeVersion', agreed ->> 'givenAt',
           ARRAY(SELECT jsonb_array_elements_text(agreed -> 'purposes')), (agreed ->> 'contactAllowed')::boolean
    FROM quote_request_content, LATERAL (SELECT request -> 'consent') AS content (agreed)`.execute(db);

  await sql`ALTER TABLE quote_request ADD COLUMN consent_withdrawn_at timestamptz`.execute(db);

  await sql`
    ALTER TABLE outbox
      ADD COLUMN correlation_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
      ADD COLUMN revocable boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    UPDATE outbox SET correlation_id = (body::json ->> 'subject')::uuid,
                      revocable = attributes ->> 'type' = 'quote.requested.v1'`.execute(db);
  await sql`CREATE INDEX outbox_revocable ON outbox (correlation_id) WHERE revocable`.execute(db);
}

export const consent: Migration = { up };
