import { notFound } from '@app/platform';
import type { AccessTokens } from './access-tokens.js';
import { mayRead, type Owned } from './may-read.js';
import type { Reader } from './reader.js';

/** Lets readers see what is theirs: what they created themselves, or what they have the capability of. */
export class OwnReads<What extends Owned> {
  constructor(
    private readonly find: (id: string) => Promise<What | undefined>,
    private readonly tokens: AccessTokens,
  ) {}

  /** Throws the same 404 for what is somebody else's and for what does not exist. */
  async read({ id, client, token }: Reader): Promise<What> {
    const found = await this.find(id);
    if (found === undefined || !mayRead(found, client, token, this.tokens)) throw notFound();
    return found;
  }
}
