import { ok, type Result, refused } from '@app/domain';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import type { AcmeClient, Scope } from './clients.js';

export interface Grant {
  readonly client: AcmeClient;
  readonly scopes: readonly Scope[];
}

interface IssuedToken extends Grant {
  readonly expiresAtMs: number;
}

/** How long a dead token is still told from one that never was. */
const REMEMBERED_MS = 24 * 3_600_000;

/** The bearer tokens that A has given out. */
export class Tokens {
  readonly #issued: ExpiringMap<IssuedToken>;

  constructor(private readonly world: World) {
    this.#issued = new ExpiringMap(world.now);
  }

  issue(grant: Grant): string {
    const token = `agt_${this.world.ids.secret()}`;
    const expiresAtMs = this.world.now().getTime() + grant.client.tokenLifeSeconds * 1_000;
    this.#issued.set(token, { ...grant, expiresAtMs }, expiresAtMs + REMEMBERED_MS);
    return token;
  }

  find(token: string): Result<Grant, 'TOKEN_INVALID' | 'TOKEN_EXPIRED'> {
    const issued = this.#issued.get(token);
    if (issued === undefined) return refused('TOKEN_INVALID');
    return this.world.now().getTime() < issued.expiresAtMs ? ok(issued) : refused('TOKEN_EXPIRED');
  }
}
