import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A settled row is kept for a while without its contents, so that its message is not taken for another one. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE dead_letter (
      id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      message_id    text NOT NULL UNIQUE,
      queue         text COLLATE "C" NOT NULL,
      body          text NOT NULL,
      attributes    jsonb NOT NULL,
      cause         text COLLATE "C" NOT NULL,
      replays       integer NOT NULL,
      received_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
      replay_at     timestamptz,
      claimed_until timestamptz NOT NULL DEFAULT '-infinity',
      settled_at    timestamptz
    )`.execute(db);
  await sql`
    CREATE INDEX dead_letter_group ON dead_letter (queue, cause, received_at, id) WHERE settled_at IS NULL`.execute(db);
  await sql`
    CREATE INDEX dead_letter_due ON dead_letter (replay_at, id)
    WHERE settled_at IS NULL AND replay_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX dead_letter_settled ON dead_letter (settled_at) WHERE settled_at IS NOT NULL`.execute(db);
}

export const deadLetters: Migration = { up };
