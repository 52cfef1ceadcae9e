interface KeyParts {
  /** Whose key it is. */
  readonly client: string;
  /** Key, fingerprint and response are the parameters from this one on. */
  readonly first: number;
  /** What the key is taken for. */
  readonly id: string;
  /** Where client and id come from; nothing is taken where it has no row. */
  readonly from: string;
}

/**
 * `taken`: one row with the id, or none where the key is somebody's already. Whoever finds another one storing it waits for
 * that one's commit, and sees it although this statement began before: a conflict is looked at as it stands now. A key
 * whose time is over stands for the next post.
 */
export const takeKey = ({ client, first, id, from }: KeyParts): string => `
  taken AS (
    INSERT INTO idempotency_key AS present (client_id, key, fingerprint, request_id, response, expires_at)
    SELECT ${client}, $${first}::text, $${first + 1}::text, ${id}, $${first + 2}::json,
           clock_timestamp() + interval '24 hours' ${from}
    ON CONFLICT (client_id, key) DO UPDATE
      SET fingerprint = EXCLUDED.fingerprint, request_id = EXCLUDED.request_id, response = EXCLUDED.response,
          expires_at = EXCLUDED.expires_at
      WHERE present.expires_at <= clock_timestamp()
    RETURNING request_id AS id
  )`;
