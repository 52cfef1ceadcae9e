/** Rows of partners as JSON, in the domain's own names; JSON null becomes SQL NULL. */
const ANSWER_COLUMNS = `
  "requestId" uuid, partner text, status text, version integer, late boolean, partial boolean, attempts integer,
  "startedAt" timestamptz, "finishedAt" timestamptz, offers jsonb, declines jsonb, error jsonb`;

/** Everything of a new request in one statement. Its messages are claimed at once by the process that accepts it. */
export const INSERT_REQUEST = `
  WITH new_request AS (
    INSERT INTO quote_request (id, client_id, product_line, created_at, answer_deadline, accept_late_until, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
  ), content AS (
    INSERT INTO quote_request_content (request_id, request, personal_sealed) VALUES ($1, $8, $9)
  ), answers AS (
    INSERT INTO partner_answer
    SELECT $1, partner, status, version, late, partial, attempts, "startedAt", "finishedAt", offers, declines, error
    FROM json_to_recordset($10) AS row (${ANSWER_COLUMNS})
  )
  INSERT INTO outbox (id, topic, body, attributes, claimed_until)
  SELECT id, topic, body, attributes, clock_timestamp() + $12 * interval '1 millisecond'
  FROM json_to_recordset($11) AS message (id uuid, topic text, body text, attributes jsonb)`;

export const SELECT_REQUESTS = `
  SELECT r.id, r.client_id, r.product_line, r.created_at, r.answer_deadline, r.accept_late_until, r.completed_at,
         r.version, clock_timestamp() AS now, a.partner, a.status, a.version AS row_version, a.late, a.partial,
         a.attempts, a.started_at, a.finished_at, a.offers, a.declines, a.error
  FROM quote_request r LEFT JOIN partner_answer a ON a.request_id = r.id
  WHERE r.id = ANY($1::uuid[]) ORDER BY r.id, a.partner`;

/** The clock stands in a subquery of its own: as a volatile call it would keep the index from being used. */
export const SELECT_OVERDUE = `
  SELECT id FROM quote_request
  WHERE completed_at IS NULL AND answer_deadline < (SELECT clock_timestamp())
  ORDER BY answer_deadline LIMIT $1`;

/** What to do about a request that another transaction is changing right now. */
export type WhenLocked = 'WAIT' | 'SKIP LOCKED';

/**
 * Stores changes of those requests that still have the version they were decided on, and returns their ids. Requests
 * are locked in the order of their ids, so that two of these can never wait for each other; rows of partners and
 * messages change only under that lock. The ids stand beside the changes for the planner alone: of JSON it knows no size.
 */
export const storeChanges = (whenLocked: WhenLocked): string => `
  WITH change AS (
    SELECT * FROM json_to_recordset($1)
      AS c (id uuid, "versionBefore" integer, version integer, "completedAt" timestamptz)
  ), held AS (
    SELECT r.id, c.version, c."completedAt"
    FROM quote_request r JOIN change c ON c.id = r.id AND c."versionBefore" = r.version
    WHERE r.id = ANY($5::uuid[])
    ORDER BY r.id FOR NO KEY UPDATE OF r ${whenLocked === 'WAIT' ? '' : whenLocked}
  ), request AS (
    UPDATE quote_request r SET version = held.version, completed_at = held."completedAt"
    FROM held WHERE r.id = held.id
  ), answers AS (
    UPDATE partner_answer a
    SET status = row.status, version = row.version, late = row.late, partial = row.partial, attempts = row.attempts,
        started_at = row."startedAt", finished_at = row."finishedAt", offers = row.offers, declines = row.declines,
        error = row.error
    FROM held JOIN json_to_recordset($2) AS row (${ANSWER_COLUMNS}) ON row."requestId" = held.id
    WHERE a.request_id = row."requestId" AND a.partner = row.partner
  ), messages AS (
    INSERT INTO outbox (id, topic, body, attributes, claimed_until)
    SELECT message.id, topic, body, attributes, clock_timestamp() + $4 * interval '1 millisecond'
    FROM held JOIN json_to_recordset($3)
      AS message ("requestId" uuid, id uuid, topic text, body text, attributes jsonb) ON message."requestId" = held.id
  )
  SELECT id FROM held`;

export const INSERT_UNSTORED = `
  INSERT INTO unstored_answer (request_id, partner, answer_id, result, status, error_category)
  SELECT "requestId", partner, "answerId", result, status, category
  FROM json_to_recordset($1)
    AS answer ("requestId" uuid, partner text, "answerId" text, result text, status text, category text)`;
