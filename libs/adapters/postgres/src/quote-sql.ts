import { ANSWER_COLUMNS } from './accept-sql.js';
import { insertMessages } from './outbox-sql.js';

export const SELECT_REQUESTS = `
  SELECT r.id, r.client_id, r.product_line, r.created_at, r.answer_deadline, r.accept_late_until, r.completed_at,
         r.consent_withdrawn_at, r.version, clock_timestamp() AS now, a.partner, a.status, a.version AS row_version,
         a.late, a.partial, a.attempts, a.started_at, a.finished_at, a.offers, a.declines, a.error
  FROM quote_request r LEFT JOIN partner_answer a ON a.request_id = r.id
  WHERE r.id = ANY($1::uuid[]) ORDER BY r.id, a.partner`;

/**
 * By the index `partner_answer_offer`. How many rows have some offer nobody can tell the planner, who takes them for
 * many: so each step ends before the next one begins, or it would walk over all requests by their age.
 */
export const SELECT_WITH_OFFER = `
  WITH found AS MATERIALIZED (
    SELECT id, created_at FROM quote_request
    WHERE id = ANY (ARRAY(
      SELECT request_id FROM partner_answer
      WHERE offers <> '[]' AND jsonb_path_query_array(offers, '$[*].offerId') @> jsonb_build_array($1::text)))
  )
  SELECT id FROM found ORDER BY created_at DESC LIMIT $2`;

export const SELECT_CONTENT = `
  SELECT request, personal_sealed AS sealed FROM quote_request_content WHERE request_id = $1`;

/** The clock stands in a subquery of its own: as a volatile call it would keep the index from being used. */
export const SELECT_OVERDUE = `
  SELECT id FROM quote_request
  WHERE completed_at IS NULL AND answer_deadline < (SELECT clock_timestamp())
  ORDER BY answer_deadline LIMIT $1`;

/** What goes with a withdrawal. Messages are locked in the order of their ids, as everybody does who removes them. */
const ERASE = `
  , consent_end AS (
    UPDATE consent SET withdrawn_at = held."consentWithdrawnAt" FROM held WHERE request_id = held.id
  ), revoked AS (
    DELETE FROM outbox WHERE id IN (
      SELECT o.id FROM outbox o JOIN held ON o.correlation_id = held.id WHERE o.revocable ORDER BY o.id FOR UPDATE OF o)
  ), erased AS (
    DELETE FROM quote_request_content USING held WHERE request_id = held.id
  )`;

const storeChanges = (whenLocked: 'SKIP LOCKED' | '', erase: typeof ERASE | ''): string => `
  WITH change AS (
    SELECT * FROM json_to_recordset($1)
      AS c (id uuid, "versionBefore" integer, "withdrawnBefore" boolean, version integer, "completedAt" timestamptz,
            "consentWithdrawnAt" timestamptz)
  ), held AS (
    SELECT r.id, c.version, c."completedAt", c."consentWithdrawnAt"
    FROM quote_request r JOIN change c
      ON c.id = r.id AND c."versionBefore" = r.version AND c."withdrawnBefore" = (r.consent_withdrawn_at IS NOT NULL)
    WHERE r.id = ANY($5::uuid[])
    ORDER BY r.id FOR NO KEY UPDATE OF r ${whenLocked}
  ), request AS (
    UPDATE quote_request r
    SET version = held.version, completed_at = held."completedAt", consent_withdrawn_at = held."consentWithdrawnAt"
    FROM held WHERE r.id = held.id
  ), answers AS (
    UPDATE partner_answer a
    SET status = row.status, version = row.version, late = row.late, partial = row.partial, attempts = row.attempts,
        started_at = row."startedAt", finished_at = row."finishedAt", offers = row.offers, declines = row.declines,
        error = row.error
    FROM held JOIN json_to_recordset($2) AS row (${ANSWER_COLUMNS}) ON row."requestId" = held.id
    WHERE a.request_id = row."requestId" AND a.partner = row.partner
  ), ${insertMessages(3, 'held', 'WHERE "requestId" = held.id')}${erase}
  SELECT id FROM held`;

/**
 * Store changes of those requests that still are as they were when it was decided, and return their ids. A withdrawal
 * need not raise the version, so it is compared beside it; both only ever move one way. Requests are locked in the order
 * of their ids, so that two of these can never wait for each other; rows of partners and messages change only under that
 * lock. The ids stand beside the changes for the planner alone: of JSON it knows no size.
 */
export const STORE_CHANGES = {
  /** Waits for whoever is changing one of the requests right now. */
  WAIT: { name: 'store-changes', text: storeChanges('', '') },
  /** Leaves out what somebody else is changing right now. */
  SKIP_LOCKED: { name: 'store-changes-unlocked', text: storeChanges('SKIP LOCKED', '') },
  /** Every change is a withdrawal, with all that goes with it; waits too. */
  WITHDRAW: { name: 'store-withdrawals', text: storeChanges('', ERASE) },
};

export type HowToStore = keyof typeof STORE_CHANGES;

export const INSERT_UNSTORED = `
  INSERT INTO unstored_answer (request_id, partner, answer_id, result, status, error_category)
  SELECT "requestId", partner, "answerId", result, status, category
  FROM json_to_recordset($1)
    AS answer ("requestId" uuid, partner text, "answerId" text, result text, status text, category text)`;
