import {
  type ApplicationStore,
  type IdempotencyKey,
  type KeyFinding,
  type QuoteStore,
  StoreUnavailableError,
} from '@app/ports';

/** Idempotency keys of clients, wherever they were used: one is a client's for whatever it posts. */
export class KnownKeys {
  constructor(
    /** Keeps those of durable quote requests, too. */
    private readonly applications: Pick<ApplicationStore, 'findKey'>,
    private readonly ephemeral: Pick<QuoteStore, 'findKey'> | undefined,
  ) {}

  async findKey(clientId: string, key: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<KeyFinding | undefined> {
    const known = await this.applications.findKey(clientId, key);
    if (known !== undefined || this.ephemeral === undefined) return known;
    return (await this.isUsedForQuotes(this.ephemeral, clientId, key)) ? { outcome: 'KEY_REUSED' } : undefined;
  }

  /** An ephemeral store that is away fails its own requests only. */
  private async isUsedForQuotes(
    quotes: Pick<QuoteStore, 'findKey'>,
    ...asked: Parameters<QuoteStore['findKey']>
  ): Promise<boolean> {
    try {
      return (await quotes.findKey(...asked)) !== undefined;
    } catch (error) {
      if (error instanceof StoreUnavailableError) return false;
      throw error;
    }
  }
}
