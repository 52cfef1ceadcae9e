import type { Retention } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';
import {
  AGGREGATE,
  ERASE_APPLICATIONS,
  ERASE_PERSONAL,
  FORGET_KEYS,
  FORGET_LETTERS,
  SEALED_TABLES,
  type SealedTable,
  selectSealedOtherwise,
  storeResealed,
} from './retention-sql.js';
import type { StorageSealer } from './storage-sealer.js';

interface SealedOtherwise {
  readonly id: string;
  readonly before: string;
}

/** What is erased when its time is over, in PostgreSQL. Each method is one statement for each `limit`, `reseal` two. */
export class PostgresRetention implements Retention {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: StorageSealer,
  ) {}

  erasePersonal(before: Date, limit: number): Promise<number> {
    return this.change('erase-personal', ERASE_PERSONAL, before, limit);
  }

  aggregate(before: Date, limit: number): Promise<number> {
    return this.change('aggregate-requests', AGGREGATE, before, limit);
  }

  eraseApplications(before: Date, limit: number): Promise<number> {
    // Instants of the domain are RFC 3339 in UTC with milliseconds, so that their texts are in the order of time.
    return this.change('erase-applications', ERASE_APPLICATIONS, before.toISOString(), limit);
  }

  forgetLetters(before: Date, limit: number): Promise<number> {
    return this.change('forget-letters', FORGET_LETTERS, before, limit);
  }

  forgetKeys(limit: number): Promise<number> {
    return this.change('forget-keys', FORGET_KEYS, limit);
  }

  /** Rejects when some of them cannot be opened here, after the others were stored. */
  async reseal(limit: number): Promise<number> {
    const header = await this.presentHeader();
    const failures: unknown[] = [];
    let handled = 0;
    for (const table of SEALED_TABLES) {
      try {
        handled += await this.resealTable(table, header, limit - handled);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return handled;
  }

  private async resealTable(table: SealedTable, header: string, limit: number): Promise<number> {
    for (let handled = 0; ; ) {
      const found = handled >= limit ? [] : await this.sealedOtherwise(table, header, limit - handled);
      if (found.length === 0) return handled;
      await this.resealAll(table, found);
      handled += found.length;
    }
  }

  /** The first part of a compact JWE names the key, and nothing else of it differs from text to text. */
  private async presentHeader(): Promise<string> {
    return (await this.sealer.seal(null)).split('.')[0] ?? '';
  }

  private async sealedOtherwise(table: SealedTable, header: string, limit: number): Promise<SealedOtherwise[]> {
    const name = `select-sealed-otherwise-${table.table}`;
    const query = { name, text: selectSealedOtherwise(table), values: [header, limit] };
    return (await ask<SealedOtherwise>(this.pool, query)).rows;
  }

  private async resealAll(table: SealedTable, found: readonly SealedOtherwise[]): Promise<void> {
    const attempts = await Promise.allSettled(
      found.map(async ({ id, before }) => {
        return { id, before, after: await this.sealer.seal(await this.sealer.open(before)) };
      }),
    );
    const resealed = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    const ids = resealed.map(({ id }) => id);
    if (ids.length > 0) {
      const name = `store-resealed-${table.table}`;
      await this.change(name, storeResealed(table), JSON.stringify(resealed), ids);
    }
    const unknown = found.length - resealed.length;
    if (unknown > 0) throw new Error(`Personal fields of ${unknown} ${table.of} cannot be opened with these keys`);
  }

  /** How many rows it was. */
  private async change(name: string, text: string, ...values: unknown[]): Promise<number> {
    return (await ask(this.pool, { name, text, values })).rowCount ?? 0;
  }
}
