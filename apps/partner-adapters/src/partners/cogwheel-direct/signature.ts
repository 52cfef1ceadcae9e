import { createHash, createHmac } from 'node:crypto';

/** What one call of C is signed for (partners.md C.1). */
export interface SignedContent {
  readonly method: string;
  /** Path as sent, with its query. */
  readonly target: string;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Never used before. */
  readonly nonce: string;
  /** The bytes that are sent. */
  readonly body: string;
}

export interface SigningKey {
  readonly keyId: string;
  readonly secret: string;
}

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** `name=value` pairs in byte order. */
const sortedQuery = (query: string): string =>
  query
    .split('&')
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .join('&');

/** Six lines without one at the end: method, path, sorted query, timestamp, nonce, digest of the body. */
export function stringToSign({ method, target, timestamp, nonce, body }: SignedContent): string {
  const [path = '', query = ''] = target.split('?', 2);
  return [method, path, sortedQuery(query), timestamp, nonce, sha256Hex(body)].join('\n');
}

/** The headers that C checks, in its order: key, digest, signature, timestamp, nonce. */
export function signatureHeaders(content: SignedContent, { keyId, secret }: SigningKey): Record<string, string> {
  const signature = createHmac('sha256', secret).update(stringToSign(content), 'utf8').digest('hex');
  return {
    'x-cog-key-id': keyId,
    'x-cog-timestamp': String(content.timestamp),
    'x-cog-nonce': content.nonce,
    'x-cog-content-sha256': sha256Hex(content.body),
    'x-cog-signature': `v1=${signature}`,
  };
}
