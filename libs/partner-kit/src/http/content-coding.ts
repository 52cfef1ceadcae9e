import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { BodyTooLarge } from './limited-body.js';

/** The body is not in the coding that it is announced in, or nobody knows that coding. */
export class BadCoding extends Error {}

type Decode = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/**
 * We ask for no coding, which leaves a server free to choose one (RFC 9110, 12.5.3). undici has an interceptor for it,
 * which is experimental yet.
 */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['identity', async (body) => body],
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE';
const CUT_SHORT = 'Z_BUF_ERROR';

/** Errors of another realm count too. */
const isCalled = (code: string, error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

function unreadable(error: unknown): unknown {
  if (isCalled(TOO_LARGE, error)) return new BodyTooLarge();
  return isCalled(CUT_SHORT, error) ? error : new BadCoding();
}

/**
 * A body as it was before its `Content-Encoding`. Rejects with `BodyTooLarge` when that is larger than allowed, with
 * `BadCoding`, or with another error when the end of it is missing.
 */
export async function withoutCoding(body: Buffer, coding: string | undefined, maxBytes: number): Promise<Buffer> {
  if (coding === undefined || body.length === 0) return body;
  const decode = DECODERS.get(coding.trim().toLowerCase());
  if (decode === undefined) throw new BadCoding();
  return decode(body, { maxOutputLength: maxBytes }).catch((error: unknown) => {
    throw unreadable(error);
  });
}
