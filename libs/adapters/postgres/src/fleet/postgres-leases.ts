import type { Leases } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from '../ask.js';
import { END_LEASE, TAKE_LEASE } from './fleet-sql.js';

/** The lease of one name, in PostgreSQL. */
export class PostgresLeases implements Leases {
  constructor(
    private readonly pool: Pool,
    private readonly name: string,
  ) {}

  async lease(holder: string, forMs: number): Promise<boolean> {
    const values = [this.name, holder, forMs];
    return ((await ask(this.pool, { name: 'take-lease', text: TAKE_LEASE, values })).rowCount ?? 0) > 0;
  }

  async release(holder: string): Promise<void> {
    await ask(this.pool, { name: 'end-lease', text: END_LEASE, values: [this.name, holder] });
  }
}
