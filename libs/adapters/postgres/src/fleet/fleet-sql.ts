/**
 * One statement a report: the counts of operations that were called, and every breaker. A breaker is told once a
 * statement, since a row cannot be replaced twice in one.
 */
export const INSERT_REPORT = `
  WITH moment AS (SELECT clock_timestamp() AS now),
  seen AS (
    SELECT partner, operation, breaker, calls, failures, "slowCalls"
    FROM json_to_recordset($4)
      AS s (partner text, operation text, breaker text, calls bigint, failures jsonb, "slowCalls" bigint)
  ), breakers AS (
    INSERT INTO replica_breaker (replica_id, partner, operation, service, breaker, reported_at)
    SELECT DISTINCT ON (partner, operation) $1::text, partner, operation, $2::text, breaker, now FROM seen, moment
    ORDER BY partner, operation
    ON CONFLICT (replica_id, partner, operation) DO UPDATE
      SET service = EXCLUDED.service, breaker = EXCLUDED.breaker, reported_at = EXCLUDED.reported_at
  )
  INSERT INTO partner_call_count (replica_id, partner, operation, observed_from, reported_at, calls, failures,
                                  slow_calls)
  SELECT $1, partner, operation, now - $3 * interval '1 millisecond', now, calls, failures, "slowCalls"
  FROM seen, moment WHERE calls > 0`;

export const SELECT_BREAKERS = `
  SELECT replica_id AS replica, service, partner, operation, breaker, reported_at AS "reportedAt"
  FROM replica_breaker WHERE reported_at >= $1 ORDER BY partner, operation, replica_id`;

/** Of two that forget at once each takes what the other has not. */
export const FORGET = `
  WITH gone AS (DELETE FROM replica_breaker WHERE reported_at < $1)
  DELETE FROM partner_call_count WHERE reported_at < $1`;

const CONDITION_COLUMNS = `
  partner, version, state, since, reason, probe_at, forced_state, forced_reason, forced_by, forced_since, forced_until`;

export const SELECT_CONDITIONS = `SELECT ${CONDITION_COLUMNS} FROM partner_condition`;

/** The condition where it is still the one before, and the audit entry with it. */
export const STORE_CONDITION = `
  WITH changed AS (
    INSERT INTO partner_condition AS present (${CONDITION_COLUMNS})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (partner) DO UPDATE
      SET version = EXCLUDED.version, state = EXCLUDED.state, since = EXCLUDED.since, reason = EXCLUDED.reason,
          probe_at = EXCLUDED.probe_at, forced_state = EXCLUDED.forced_state, forced_reason = EXCLUDED.forced_reason,
          forced_by = EXCLUDED.forced_by, forced_since = EXCLUDED.forced_since, forced_until = EXCLUDED.forced_until
      WHERE present.version = EXCLUDED.version - 1
    RETURNING partner
  )
  INSERT INTO audit_entry (at, actor, action, subject, reason, details)
  SELECT $12::timestamptz, $13::text, $14::text, $15::text, $16::text, $17::json FROM changed`;

/** A lease by the database's clock. */
export const TAKE_LEASE = `
  INSERT INTO lease AS present (name, holder, held_until)
  VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, held_until = EXCLUDED.held_until
    WHERE present.holder = EXCLUDED.holder OR present.held_until <= clock_timestamp()`;

export const END_LEASE = 'DELETE FROM lease WHERE name = $1 AND holder = $2';

/** Each partner from its own instant on. */
export const COUNT_CALLS = `
  WITH seen AS (
    SELECT c.replica_id, c.partner, c.operation, c.calls, c.failures, c.slow_calls
    FROM json_to_recordset($1) AS asked (partner text, since timestamptz)
    JOIN partner_call_count c ON c.partner = asked.partner AND c.observed_from >= asked.since
  ), failed AS (
    SELECT partner, operation, replica_id, jsonb_object_agg(category, number) AS failures
    FROM (
      SELECT partner, operation, replica_id, f.key AS category, sum(f.value::bigint)::float8 AS number
      FROM seen, jsonb_each_text(failures) AS f WHERE f.value <> '0'
      GROUP BY partner, operation, replica_id, f.key
    ) by_category
    GROUP BY partner, operation, replica_id
  )
  SELECT partner, operation, replica_id AS replica, sum(calls)::float8 AS calls,
         coalesce(failed.failures, '{}') AS failures, sum(slow_calls)::float8 AS "slowCalls"
  FROM seen LEFT JOIN failed USING (partner, operation, replica_id)
  GROUP BY partner, operation, replica_id, failed.failures`;

export const SELECT_AUDIT = `
  SELECT id, at, actor, action, subject, reason, details FROM audit_entry
  WHERE $2::bigint IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`;
