import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { PartnerCall } from '../../wire/partner-call.js';

/** C's signature (partners.md C.1). */

export const sha256Hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The raw query, its pairs sorted bytewise. A request target is ASCII, for which text order is byte order. */
const sortedQuery = (rawQuery: string): string => rawQuery.split('&').sort().join('&');

export interface SignedParts extends Pick<PartnerCall, 'method' | 'rawPath' | 'rawQuery'> {
  readonly timestamp: string;
  readonly nonce: string;
  readonly digest: string;
}

export const stringToSign = ({ method, rawPath, rawQuery, timestamp, nonce, digest }: SignedParts): string =>
  [method, rawPath, sortedQuery(rawQuery), timestamp, nonce, digest].join('\n');

/** `v1=` and the HMAC in hex; the secret's ASCII text is the key. */
export const signatureOf = (parts: SignedParts, secret: string): string =>
  `v1=${createHmac('sha256', secret).update(stringToSign(parts)).digest('hex')}`;

export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
