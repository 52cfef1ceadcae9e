import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What retention looks for has an index that holds nothing else. When an application ended is said by its state alone, so
 * that replicas of the release before go on as they are.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE application ADD COLUMN content_erased_at timestamptz`.execute(db);
  await sql`
    CREATE INDEX application_over ON application ((state ->> 'endedAt'))
    WHERE content_erased_at IS NULL AND status IN ('REJECTED', 'EXPIRED') AND refund_status IS DISTINCT FROM 'DUE'
      AND state ->> 'policyNumber' IS NULL`.execute(db);
  await sql`
    CREATE INDEX dead_letter_age ON dead_letter (greatest(received_at, replay_at)) WHERE settled_at IS NULL`.execute(
    db,
  );
}

export const retentionOfApplications: Migration = { up };
