import type { Outbox, OutboxMessage } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';

/** UUIDv7: the order of the ids is the order of age. */
const CLAIM = `
  WITH free AS (
    SELECT id FROM outbox WHERE claimed_until < (SELECT clock_timestamp())
    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE outbox SET claimed_until = clock_timestamp() + $2 * interval '1 millisecond'
    FROM free WHERE outbox.id = free.id
    RETURNING outbox.id, topic, body, attributes, correlation_id, revocable
  )
  SELECT id, topic, body, attributes, correlation_id AS "correlationId", revocable FROM claimed ORDER BY id`;

/** In the order of the ids, so that two processes that published the same messages cannot wait for each other. */
const REMOVE = `
  DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE)`;

/** The outbox in PostgreSQL. A claim is a lease by the database's clock. */
export class PostgresOutbox implements Outbox {
  constructor(
    private readonly pool: Pool,
    /** How long a claim lasts, in milliseconds. */
    private readonly leaseMs: number,
  ) {}

  async claim(limit: number): Promise<OutboxMessage[]> {
    const query = { name: 'claim-messages', text: CLAIM, values: [limit, this.leaseMs] };
    return (await ask<OutboxMessage>(this.pool, query)).rows;
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await ask(this.pool, { name: 'remove-messages', text: REMOVE, values: [ids] });
  }
}
