import type { TimeSource } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';

const NOW = { name: 'now', text: 'SELECT clock_timestamp() AS now' };

/** The database's clock, to the millisecond. */
export class PostgresTime implements TimeSource {
  constructor(private readonly pool: Pool) {}

  async ask(): Promise<Date> {
    const [row] = (await ask<{ now: Date }>(this.pool, NOW)).rows;
    if (row === undefined) throw new Error('The database did not say what time it is');
    return row.now;
  }
}
