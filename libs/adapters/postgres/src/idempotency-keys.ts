import type { IdempotencyKey, KeyFinding } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';

type KeyRow = Pick<IdempotencyKey, 'fingerprint' | 'response'>;

const SELECT_KEY = `
  SELECT fingerprint, response FROM idempotency_key
  WHERE client_id = $1 AND key = $2 AND expires_at > (SELECT clock_timestamp())`;

/** What a post with this key comes to; undefined for one that is not known, or not any more. */
export async function findKey(
  pool: Pool,
  clientId: string,
  { key, fingerprint }: Pick<IdempotencyKey, 'key' | 'fingerprint'>,
): Promise<KeyFinding | undefined> {
  const query = { name: 'select-key', text: SELECT_KEY, values: [clientId, key] };
  const [row] = (await ask<KeyRow>(pool, query)).rows;
  if (row === undefined) return undefined;
  return row.fingerprint === fingerprint ? { outcome: 'REPLAYED', response: row.response } : { outcome: 'KEY_REUSED' };
}
