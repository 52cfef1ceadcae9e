import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE partner_answer (
      request_id  uuid NOT NULL REFERENCES quote_request ON DELETE CASCADE,
      partner     text NOT NULL,
      status      text NOT NULL
                  CHECK (status IN ('PENDING', 'QUOTED', 'REFERRED', 'DECLINED', 'FAILED', 'TIMED_OUT')),
      version     integer NOT NULL,
      late        boolean NOT NULL,
      partial     boolean NOT NULL,
      attempts    integer NOT NULL,
      started_at  timestamptz,
      finished_at timestamptz,
      offers      jsonb NOT NULL,
      declines    jsonb NOT NULL,
      error       jsonb,
      PRIMARY KEY (request_id, partner)
    ) WITH (fillfactor = 70)`.execute(db);

  // Answers that came too late or a second time. No foreign key: the request may be one that nobody knows.
  await sql`
    CREATE TABLE unstored_answer (
      id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      request_id     uuid NOT NULL,
      partner        text NOT NULL,
      answer_id      text NOT NULL,
      result         text NOT NULL CHECK (result IN ('DUPLICATE', 'LATE', 'UNKNOWN_REQUEST')),
      status         text NOT NULL,
      error_category text,
      received_at    timestamptz NOT NULL DEFAULT clock_timestamp()
    )`.execute(db);
  await sql`CREATE INDEX unstored_answer_request ON unstored_answer (request_id)`.execute(db);
}

export const partnerAnswers: Migration = { up };
