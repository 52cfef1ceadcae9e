import { takeKey } from './key-sql.js';
import { insertMessages } from './outbox-sql.js';

/** Rows of partners as JSON, in the domain's own names; JSON null becomes SQL NULL. */
export const ANSWER_COLUMNS = `
  "requestId" uuid, partner text, status text, version integer, late boolean, partial boolean, attempts integer,
  "startedAt" timestamptz, "finishedAt" timestamptz, offers jsonb, declines jsonb, error jsonb`;

/** Takes the key as `takeKey` does, but waits for no other quote request: no row either while one is being stored with it. */
const TAKE_KEY_AT_ONCE = `
  attempt AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended(json_build_array($2::text, $15::text)::text, 0)) AS alone
  ), ${takeKey({ client: '$2', first: 15, id: '$1::uuid', from: 'FROM attempt WHERE alone' })},`;

const insertRequest = (takeKeyFirst: string, from: string): string => `
  WITH ${takeKeyFirst} new_request AS (
    INSERT INTO quote_request (id, client_id, product_line, created_at, answer_deadline, accept_late_until,
                               completed_at, version)
    SELECT $1::uuid, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::timestamptz, $7::timestamptz, $8::integer
    ${from}
    RETURNING id
  ), content AS (
    INSERT INTO quote_request_content (request_id, created_at, request, personal_sealed)
    SELECT id, $4, $9::jsonb, $10::text FROM new_request
  ), agreed AS (
    INSERT INTO consent (request_id, consent_id, notice_version, given_at, purposes, contact_allowed)
    SELECT id, "consentId", "noticeVersion", "givenAt", purposes, "contactAllowed"
    FROM new_request, json_to_record($11)
      AS c ("consentId" text, "noticeVersion" text, "givenAt" text, purposes text[], "contactAllowed" boolean)
  ), answers AS (
    INSERT INTO partner_answer (request_id, partner, status, version, late, partial, attempts, started_at, finished_at,
                                offers, declines, error)
    SELECT id, partner, status, version, late, partial, attempts, "startedAt", "finishedAt", offers, declines, error
    FROM new_request, json_to_recordset($12) AS row (${ANSWER_COLUMNS})
  ), ${insertMessages(13, 'new_request')}
  SELECT id FROM new_request`;

/** Everything of a new request in one statement; its id when it was stored. */
export const INSERT_REQUEST = insertRequest('', '');

/** The same under an idempotency key; no row, and nothing stored, where the key was not to be had. */
export const INSERT_REQUEST_ONCE = insertRequest(TAKE_KEY_AT_ONCE, 'FROM taken');
