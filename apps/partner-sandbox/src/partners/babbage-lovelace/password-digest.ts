import { createHash, timingSafeEqual } from 'node:crypto';

/** Base64(SHA-1(nonce bytes + created + password)), as the WS-Security username token has it (partners.md B.1). */
export const passwordDigest = (nonce: Buffer, created: string, password: string): string =>
  createHash('sha1').update(nonce).update(created).update(password).digest('base64');

export const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
