/** A message as JSON, in the port's own names. */
export const MESSAGE_COLUMNS = `
  id uuid, topic text, body text, attributes jsonb, "correlationId" uuid, revocable boolean`;

/** Rows of partners as JSON, in the domain's own names; JSON null becomes SQL NULL. */
export const ANSWER_COLUMNS = `
  "requestId" uuid, partner text, status text, version integer, late boolean, partial boolean, attempts integer,
  "startedAt" timestamptz, "finishedAt" timestamptz, offers jsonb, declines jsonb, error jsonb`;

/**
 * Takes the key, or gives no row: when somebody else is storing a post with it right now, whom nobody waits for, and
 * when it is taken. That one sees it although this statement began before the other one's commit: a conflict is looked
 * at as it stands now. A key whose time is over stands for the next post.
 */
const TAKE_KEY = `
  attempt AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended(json_build_array($2::text, $15::text)::text, 0)) AS alone
  ), taken AS (
    INSERT INTO idempotency_key AS present (client_id, key, fingerprint, request_id, response, expires_at)
    SELECT $2, $15, $16::text, $1, $17::json, clock_timestamp() + interval '24 hours' FROM attempt WHERE alone
    ON CONFLICT (client_id, key) DO UPDATE
      SET fingerprint = EXCLUDED.fingerprint, request_id = EXCLUDED.request_id, response = EXCLUDED.response,
          expires_at = EXCLUDED.expires_at
      WHERE present.expires_at <= clock_timestamp()
    RETURNING request_id
  ),`;

const insertRequest = (takeKey: string, from: string, join: string): string => `
  WITH ${takeKey} new_request AS (
    INSERT INTO quote_request (id, client_id, product_line, created_at, answer_deadline, accept_late_until,
                               completed_at, version)
    SELECT $1::uuid, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::timestamptz, $7::timestamptz, $8::integer
    ${from}
    RETURNING id
  ), content AS (
    INSERT INTO quote_request_content (request_id, created_at, request, personal_sealed)
    SELECT $1, $4, $9::jsonb, $10::text ${from}
  ), agreed AS (
    INSERT INTO consent (request_id, consent_id, notice_version, given_at, purposes, contact_allowed)
    SELECT $1, "consentId", "noticeVersion", "givenAt", purposes, "contactAllowed"
    FROM json_to_record($11)
      AS c ("consentId" text, "noticeVersion" text, "givenAt" text, purposes text[], "contactAllowed" boolean) ${join}
  ), answers AS (
    INSERT INTO partner_answer (request_id, partner, status, version, late, partial, attempts, started_at, finished_at,
                                offers, declines, error)
    SELECT $1, partner, status, version, late, partial, attempts, "startedAt", "finishedAt", offers, declines, error
    FROM json_to_recordset($12) AS row (${ANSWER_COLUMNS}) ${join}
  ), messages AS (
    INSERT INTO outbox (id, topic, body, attributes, correlation_id, revocable, claimed_until)
    SELECT id, topic, body, attributes, "correlationId", revocable,
           clock_timestamp() + $14 * interval '1 millisecond'
    FROM json_to_recordset($13) AS message (${MESSAGE_COLUMNS}) ${join}
  )
  SELECT id FROM new_request`;

/**
 * Everything of a new request in one statement; its id when it was stored. Its messages are claimed at once by the
 * process that accepts it.
 */
export const INSERT_REQUEST = insertRequest('', '', '');

/** The same under an idempotency key; no row, and nothing stored, where the key was not to be had. */
export const INSERT_REQUEST_ONCE = insertRequest(TAKE_KEY, 'FROM taken', 'CROSS JOIN taken');
