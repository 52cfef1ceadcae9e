import type { QuoteRetention } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from './ask.js';
import { AGGREGATE, ERASE_PERSONAL, FORGET_KEYS, SELECT_SEALED_OTHERWISE, STORE_RESEALED } from './retention-sql.js';

/** Makes and opens compact JWEs: `open` with any key, `seal` with the present one. */
export interface StorageSealer {
  seal(value: unknown): Promise<string>;
  open(sealed: string): Promise<unknown>;
}

interface SealedOtherwise {
  readonly id: string;
  readonly before: string;
}

/** What is erased when its time is over, in PostgreSQL. Each method is one statement for each `limit`, `reseal` two. */
export class PostgresRetention implements QuoteRetention {
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

  forgetKeys(limit: number): Promise<number> {
    return this.change('forget-keys', FORGET_KEYS, limit);
  }

  /** Rejects when some of them cannot be opened here, after the others were stored. */
  async reseal(limit: number): Promise<number> {
    const header = await this.presentHeader();
    for (let handled = 0; ; ) {
      const found = await this.sealedOtherwise(header, limit - handled);
      if (found.length > 0) await this.resealAll(found);
      handled += found.length;
      if (handled >= limit || found.length === 0) return handled;
    }
  }

  /** The first part of a compact JWE names the key, and nothing else of it differs from text to text. */
  private async presentHeader(): Promise<string> {
    return (await this.sealer.seal(null)).split('.')[0] ?? '';
  }

  private async sealedOtherwise(header: string, limit: number): Promise<SealedOtherwise[]> {
    const query = { name: 'select-sealed-otherwise', text: SELECT_SEALED_OTHERWISE, values: [header, limit] };
    return (await ask<SealedOtherwise>(this.pool, query)).rows;
  }

  private async resealAll(found: readonly SealedOtherwise[]): Promise<void> {
    const attempts = await Promise.allSettled(
      found.map(async ({ id, before }) => {
        return { id, before, after: await this.sealer.seal(await this.sealer.open(before)) };
      }),
    );
    const resealed = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    const ids = resealed.map(({ id }) => id);
    if (ids.length > 0) await this.change('store-resealed', STORE_RESEALED, JSON.stringify(resealed), ids);
    const unknown = found.length - resealed.length;
    if (unknown > 0) throw new Error(`Personal fields of ${unknown} quote requests cannot be opened with these keys`);
  }

  /** How many rows it was. */
  private async change(name: string, text: string, ...values: unknown[]): Promise<number> {
    return (await ask(this.pool, { name, text, values })).rowCount ?? 0;
  }
}
