import type { Pool } from 'pg';
import { ask } from './ask.js';
import { MIGRATIONS } from './migrations/index.js';

/** Resolves when the database can be reached and has every migration that this code needs; a newer schema is fine. */
export async function checkSchema(pool: Pool): Promise<void> {
  const { rows } = await ask<{ name: string }>(pool, { text: 'SELECT name FROM kysely_migration' });
  const done = new Set(rows.map(({ name }) => name));
  const missing = Object.keys(MIGRATIONS).filter((name) => !done.has(name));
  if (missing.length > 0) throw new Error(`The schema is not up to date: ${missing.join(', ')} did not run`);
}
