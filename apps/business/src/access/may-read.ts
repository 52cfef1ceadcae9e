import type { ApiClient } from '@app/ports';
import type { AccessTokens } from './access-tokens.js';

/** What is asked for, as far as it matters to who may see it. */
export interface Owned {
  readonly id: string;
  /** Who created it. */
  readonly clientId: string;
}

/**
 * Whether a client may see something: whoever shows its capability may, and a confidential client also what it created
 * itself. Anybody can have the key of a public client, so that having created it says nothing.
 */
export const mayRead = (what: Owned, client: ApiClient, token: unknown, tokens: AccessTokens): boolean =>
  (client.kind === 'CONFIDENTIAL' && client.id === what.clientId) || tokens.opens(what.id, token);
