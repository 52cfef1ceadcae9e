/**
 * What is due is chosen in a step of its own, which runs once: as a subquery it could run again for another row and
 * choose others. What somebody else is busy with is that one's.
 */
export const ERASE_PERSONAL = `
  WITH due AS MATERIALIZED (
    SELECT request_id FROM quote_request_content
    WHERE personal_sealed IS NOT NULL AND created_at < $1
    ORDER BY created_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE quote_request_content content SET personal_sealed = NULL FROM due WHERE content.request_id = due.request_id`;

/**
 * Counting and deleting are one statement, so nothing is counted twice or not at all. The counts are written in one
 * order by everybody, so that two of these cannot wait for each other.
 */
export const AGGREGATE = `
  WITH due AS MATERIALIZED (
    SELECT id, product_line, date_trunc('month', created_at AT TIME ZONE 'UTC')::date AS month FROM quote_request
    WHERE created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), counted AS (
    INSERT INTO quote_statistics AS present (month, product_line, partner, status, answers)
    SELECT month, product_line, partner, status, count(*) FROM due JOIN partner_answer ON request_id = id
    GROUP BY month, product_line, partner, status ORDER BY month, product_line, partner, status
    ON CONFLICT (month, product_line, partner, status) DO UPDATE SET answers = present.answers + EXCLUDED.answers
  ), unstored AS (
    DELETE FROM unstored_answer USING due WHERE request_id = due.id
  )
  DELETE FROM quote_request r USING due WHERE r.id = due.id`;

export const FORGET_KEYS = `
  WITH due AS MATERIALIZED (
    SELECT client_id, key FROM idempotency_key
    WHERE expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  DELETE FROM idempotency_key k USING due WHERE k.client_id = due.client_id AND k.key = due.key`;

const HEADER = `split_part(personal_sealed, '.', 1)`;

const anyOther = (than: '<' | '>'): string => `(
  SELECT ${HEADER} AS header FROM quote_request_content
  WHERE personal_sealed IS NOT NULL AND ${HEADER} ${than} $1 ORDER BY ${HEADER} LIMIT 1)`;

/** The oldest of those that are sealed under another key; one key after the other, as the index has them. */
export const SELECT_SEALED_OTHERWISE = `
  SELECT request_id AS id, personal_sealed AS before FROM quote_request_content
  WHERE personal_sealed IS NOT NULL
    AND ${HEADER} = (SELECT header FROM (${anyOther('<')} UNION ALL ${anyOther('>')}) AS other LIMIT 1)
  ORDER BY created_at LIMIT $2`;

/** Where nobody erased it or sealed it anew in the meantime. */
export const STORE_RESEALED = `
  WITH held AS MATERIALIZED (
    SELECT request_id FROM quote_request_content WHERE request_id = ANY($2::uuid[])
    ORDER BY request_id FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE quote_request_content content SET personal_sealed = resealed.after
  FROM held JOIN json_to_recordset($1) AS resealed (id uuid, before text, after text) ON resealed.id = held.request_id
  WHERE content.request_id = held.request_id AND content.personal_sealed = resealed.before`;
