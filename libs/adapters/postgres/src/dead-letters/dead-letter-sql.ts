import { AUDIT_COLUMNS, auditWith } from '../audit-sql.js';

const LETTER = `
  id, message_id AS "messageId", queue, body, attributes, cause, replays, received_at AS "receivedAt",
  replay_at AS "replayAt"`;

/**
 * What was settled long ago goes first: then it is not in the way. Letters go in by the order of their messages, so that
 * two who collect the same ones cannot wait for each other.
 */
export const COLLECT = `
  WITH due AS MATERIALIZED (
    SELECT id FROM dead_letter WHERE settled_at < (SELECT clock_timestamp() - interval '14 days')
    ORDER BY settled_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  ), pruned AS (
    DELETE FROM dead_letter letter USING due WHERE letter.id = due.id RETURNING letter.id
  ), first AS MATERIALIZED (
    SELECT count(*) FROM pruned
  )
  INSERT INTO dead_letter (message_id, queue, body, attributes, cause, replays, replay_at)
  SELECT "messageId", queue, body, attributes, cause, replays,
         clock_timestamp() + "replayAfterMs" * interval '1 millisecond'
  FROM first, json_to_recordset($1)
    AS letter ("messageId" text, queue text, body text, attributes jsonb, cause text, replays integer,
               "replayAfterMs" double precision)
  ORDER BY "messageId"
  ON CONFLICT (message_id) DO NOTHING`;

/** A row for each of the letters that a group shows, with what is said of its group. */
export const SELECT_GROUPS = `
  WITH page AS (
    SELECT queue, cause, count(*)::integer AS count, min(received_at) AS "oldestAt", max(received_at) AS "newestAt"
    FROM dead_letter
    WHERE settled_at IS NULL AND ($2::text IS NULL OR queue = $2)
      AND ($3::text IS NULL OR (queue, cause) > ($3, $4::text))
    GROUP BY queue, cause ORDER BY queue, cause LIMIT $1
  )
  SELECT page.count, page."oldestAt", page."newestAt", letter.*
  FROM page CROSS JOIN LATERAL (
    SELECT ${LETTER} FROM dead_letter l
    WHERE l.settled_at IS NULL AND l.queue = page.queue AND l.cause = page.cause
    ORDER BY l.received_at, l.id LIMIT 20
  ) AS letter
  ORDER BY page.queue, page.cause, letter."receivedAt", letter.id`;

export const SELECT_COUNTS = `
  SELECT queue, count(*)::integer AS count, min(received_at) AS "oldestAt"
  FROM dead_letter WHERE settled_at IS NULL GROUP BY queue ORDER BY queue`;

export const CLAIM_DUE = `
  WITH due AS MATERIALIZED (
    SELECT id FROM dead_letter
    WHERE settled_at IS NULL AND replay_at <= (SELECT clock_timestamp())
      AND claimed_until <= (SELECT clock_timestamp())
    ORDER BY replay_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE dead_letter letter SET claimed_until = clock_timestamp() + $2 * interval '1 millisecond'
    FROM due WHERE letter.id = due.id
    RETURNING letter.*
  )
  SELECT ${LETTER} FROM claimed ORDER BY replay_at, id`;

/** What somebody has claimed is due again when the claim ends: its claimer may be gone by then. */
export const SELECT_NEXT_DUE = `
  WITH moment AS MATERIALIZED (SELECT clock_timestamp() AS now)
  SELECT least(
    (SELECT replay_at FROM dead_letter
     WHERE settled_at IS NULL AND replay_at > (SELECT now FROM moment) ORDER BY replay_at LIMIT 1),
    (SELECT min(claimed_until) FROM dead_letter
     WHERE settled_at IS NULL AND replay_at <= (SELECT now FROM moment)
       AND claimed_until > (SELECT now FROM moment))) AS at`;

/** What is left of a settled letter is that its message was seen. */
const SETTLED = `settled_at = clock_timestamp(), body = '', attributes = '{}'`;

/** In the order of the ids, so that two of these cannot wait for each other. */
export const SETTLE = `
  WITH held AS MATERIALIZED (
    SELECT id FROM dead_letter WHERE id = ANY($1::uuid[]) AND settled_at IS NULL ORDER BY id FOR UPDATE
  )
  UPDATE dead_letter letter SET ${SETTLED} FROM held WHERE letter.id = held.id`;

const SELECTED = 'settled_at IS NULL AND queue = $1 AND ($2::text IS NULL OR cause = $2)';

export const COUNT_MATCHING = `SELECT count(*)::integer AS matched FROM dead_letter WHERE ${SELECTED}`;

export const SCHEDULE = `
  WITH moment AS MATERIALIZED (
    SELECT clock_timestamp() AS now
  ), selected AS MATERIALIZED (
    SELECT id, received_at FROM dead_letter WHERE ${SELECTED} ORDER BY id FOR UPDATE
  ), numbered AS (
    SELECT id, row_number() OVER (ORDER BY received_at, id) - 1 AS place FROM selected
  ), scheduled AS (
    UPDATE dead_letter letter SET replay_at = moment.now + numbered.place / $3::double precision * interval '1 second'
    FROM numbered, moment WHERE letter.id = numbered.id
    RETURNING letter.replay_at
  ), audit AS (
    INSERT INTO audit_entry (${AUDIT_COLUMNS})
    SELECT ${auditWith(4, `jsonb_build_object('matched', (SELECT count(*) FROM scheduled))`)}
  )
  SELECT count(*)::integer AS matched, max(replay_at) AS "lastAt" FROM scheduled`;

export const DISCARD = `
  WITH discarded AS (
    UPDATE dead_letter SET ${SETTLED} WHERE id = $1::uuid AND settled_at IS NULL RETURNING queue, cause
  )
  INSERT INTO audit_entry (${AUDIT_COLUMNS}) 
  SELECT ${auditWith(2, `jsonb_build_object('queue', queue, 'cause', cause)`)} FROM discarded`;
