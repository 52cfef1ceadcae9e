import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * Capabilities: whoever shows the token of a resource may read that one resource. An HMAC of its id, so that the token
 * can be given again without being stored.
 */
export class AccessTokens {
  constructor(private readonly key: KeyObject) {}

  /** Base64url, 43 characters. */
  issue(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }

  opens(id: string, token: unknown): boolean {
    if (typeof token !== 'string') return false;
    const shown = Buffer.from(token);
    const expected = Buffer.from(this.issue(id));
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  }
}
