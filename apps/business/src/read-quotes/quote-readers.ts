import type { QuoteProgress } from '@app/domain';
import { notFound } from '@app/platform';
import type { QuoteStore } from '@app/ports';
import type { AccessTokens } from '../access/access-tokens.js';
import { mayRead } from '../access/may-read.js';
import type { Reader } from '../access/reader.js';

/** Lets a reader see what is theirs: what they created themselves, or what they have the capability of. */
export class QuoteReaders {
  constructor(
    private readonly store: Pick<QuoteStore, 'read'>,
    private readonly tokens: AccessTokens,
  ) {}

  /** Throws the same 404 for a request that is somebody else's and for one that does not exist. */
  async read({ id, client, token }: Reader): Promise<QuoteProgress> {
    const progress = await this.store.read(id);
    if (progress === undefined) throw notFound();
    if (!mayRead(progress, client, token, this.tokens)) throw notFound();
    return progress;
  }
}
