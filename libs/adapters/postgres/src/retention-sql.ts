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

/**
 * The application's row says itself that it is done, and so leaves the index. A policy that is heard of at the same
 * time either comes first, and then it keeps everything, or waits for this and finds its application without content.
 */
export const ERASE_APPLICATIONS = `
  WITH due AS MATERIALIZED (
    SELECT id FROM application
    WHERE content_erased_at IS NULL AND status IN ('REJECTED', 'EXPIRED') AND refund_status IS DISTINCT FROM 'DUE'
      AND state ->> 'policyNumber' IS NULL AND state ->> 'endedAt' < $1
    ORDER BY state ->> 'endedAt' LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
  ), erased AS (
    DELETE FROM application_content USING due WHERE application_id = due.id
  )
  UPDATE application a SET content_erased_at = clock_timestamp() FROM due WHERE a.id = due.id`;

/** Settled ones hold nothing any more; whoever collects sees to them. */
export const FORGET_LETTERS = `
  WITH due AS MATERIALIZED (
    SELECT id FROM dead_letter WHERE settled_at IS NULL AND greatest(received_at, replay_at) < $1
    ORDER BY greatest(received_at, replay_at) LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  DELETE FROM dead_letter letter USING due WHERE letter.id = due.id`;

export const FORGET_KEYS = `
  WITH due AS MATERIALIZED (
    SELECT client_id, key FROM idempotency_key
    WHERE expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  DELETE FROM idempotency_key k USING due WHERE k.client_id = due.client_id AND k.key = due.key`;

/** A table whose rows hold personal fields, and are sealed anew when the key changes. */
export interface SealedTable {
  /** What a row belongs to, in words. */
  readonly of: string;
  readonly table: string;
  readonly id: string;
  readonly sealed: string;
}

export const SEALED_TABLES: readonly SealedTable[] = [
  { of: 'quote requests', table: 'quote_request_content', id: 'request_id', sealed: 'personal_sealed' },
  { of: 'applications', table: 'application_content', id: 'application_id', sealed: 'sealed' },
];

const headerOf = ({ sealed }: SealedTable): string => `split_part(${sealed}, '.', 1)`;

const anyOther = (rows: SealedTable, than: '<' | '>'): string => `(
  SELECT ${headerOf(rows)} AS header FROM ${rows.table}
  WHERE ${rows.sealed} IS NOT NULL AND ${headerOf(rows)} ${than} $1 ORDER BY ${headerOf(rows)} LIMIT 1)`;

/** The oldest of those that are sealed under another key; one key after the other, as the index has them. */
export const selectSealedOtherwise = (rows: SealedTable): string => `
  SELECT ${rows.id} AS id, ${rows.sealed} AS before FROM ${rows.table}
  WHERE ${rows.sealed} IS NOT NULL
    AND ${headerOf(rows)} = (
      SELECT header FROM (${anyOther(rows, '<')} UNION ALL ${anyOther(rows, '>')}) AS other LIMIT 1)
  ORDER BY created_at LIMIT $2`;

/** Where nobody erased it, replaced it or sealed it anew in the meantime. */
export const storeResealed = ({ table, id, sealed }: SealedTable): string => `
  WITH held AS MATERIALIZED (
    SELECT ${id} AS id FROM ${table} WHERE ${id} = ANY($2::uuid[]) ORDER BY ${id} FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE ${table} content SET ${sealed} = resealed.after
  FROM held JOIN json_to_recordset($1) AS resealed (id uuid, before text, after text) ON resealed.id = held.id
  WHERE content.${id} = held.id AND content.${sealed} = resealed.before`;
