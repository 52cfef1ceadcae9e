import type { QuoteProgress } from '@app/domain';
import { notFound } from '@app/platform';
import type { QuoteStore } from '@app/ports';
import type { AccessTokens } from '../access/access-tokens.js';
import type { Client } from '../access/clients.js';

/** Who asks for what, and what they show for it. */
export interface Reader {
  readonly id: string;
  readonly client: Client;
  /** `X-Access-Token`. */
  readonly token: unknown;
}

/** Lets a reader see what is theirs: what they created themselves, or what they have the capability of. */
export class QuoteReaders {
  constructor(
    private readonly store: QuoteStore,
    private readonly tokens: AccessTokens,
  ) {}

  /** Throws the same 404 for a request that is somebody else's and for one that does not exist. */
  async read({ id, client, token }: Reader): Promise<QuoteProgress> {
    const progress = await this.store.read(id);
    if (progress === undefined) throw notFound();
    if (progress.clientId !== client.id && !this.tokens.opens(id, token)) throw notFound();
    return progress;
  }
}
