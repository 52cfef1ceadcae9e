import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What replicas report, kept for minutes: counts are only added and pruned by their age, breakers are replaced. The one
 * row per partner is what the supervisor and operators have made of it.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE partner_call_count (
      replica_id    text NOT NULL,
      partner       text NOT NULL,
      operation     text NOT NULL,
      observed_from timestamptz NOT NULL,
      reported_at   timestamptz NOT NULL,
      calls         bigint NOT NULL,
      failures      jsonb NOT NULL,
      slow_calls    bigint NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX partner_call_count_recent ON partner_call_count (partner, observed_from)`.execute(db);
  await sql`CREATE INDEX partner_call_count_age ON partner_call_count (reported_at)`.execute(db);

  await sql`
    CREATE TABLE replica_breaker (
      replica_id  text COLLATE "C" NOT NULL,
      partner     text COLLATE "C" NOT NULL,
      operation   text COLLATE "C" NOT NULL,
      service     text NOT NULL,
      breaker     text NOT NULL CHECK (breaker IN ('CLOSED', 'OPEN', 'HALF_OPEN')),
      reported_at timestamptz NOT NULL,
      PRIMARY KEY (replica_id, partner, operation)
    ) WITH (fillfactor = 70)`.execute(db);

  await sql`
    CREATE TABLE partner_condition (
      partner       text PRIMARY KEY,
      version       integer NOT NULL,
      state         text NOT NULL CHECK (state IN ('ONLINE', 'PROBING', 'OFFLINE')),
      since         timestamptz NOT NULL,
      reason        text,
      probe_at      timestamptz,
      forced_state  text CHECK (forced_state IN ('ONLINE', 'OFFLINE')),
      forced_reason text,
      forced_by     text,
      forced_since  timestamptz,
      forced_until  timestamptz
    )`.execute(db);

  await sql`
    CREATE TABLE audit_entry (
      id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at      timestamptz NOT NULL,
      actor   text NOT NULL,
      action  text NOT NULL,
      subject text NOT NULL,
      reason  text,
      details json NOT NULL
    )`.execute(db);

  await sql`
    CREATE TABLE lease (
      name       text PRIMARY KEY,
      holder     text NOT NULL,
      held_until timestamptz NOT NULL
    )`.execute(db);
}

export const fleet: Migration = { up };
