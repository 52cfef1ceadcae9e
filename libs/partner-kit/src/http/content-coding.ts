import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { BodyTooLarge } from './limited-body.js';

/** The body is not in the coding that it is announced in. */
export class BadCoding extends Error {}

type Decode = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/**
 * We ask for no coding, which leaves a server free to choose one (RFC 9110, 12.5.3). undici has an interceptor for it,
 * which is experimental yet.
 */
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', inflateEither],
  ['br', promisify(brotliDecompress)],
]);

const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE';
const CUT_SHORT = 'Z_BUF_ERROR';
const NOT_WRAPPED = 'Z_DATA_ERROR';
const MOST_CODINGS = 3;

/** Errors of another realm count too. */
const isCalled = (code: string, error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** Some servers leave out the wrapping that the coding has (RFC 9110, 8.4.1.2). */
async function inflateEither(body: Buffer, options: Parameters<Decode>[1]): Promise<Buffer> {
  try {
    return await promisify(inflate)(body, options);
  } catch (error) {
    if (!isCalled(NOT_WRAPPED, error)) throw error;
    return promisify(inflateRaw)(body, options);
  }
}

function unreadable(error: unknown): unknown {
  if (isCalled(TOO_LARGE, error)) return new BodyTooLarge();
  return isCalled(CUT_SHORT, error) ? error : new BadCoding();
}

/** Those to undo, the last one first: what says nothing is left out. */
const codingsIn = (header: string): string[] =>
  header
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .toReversed();

/**
 * A body as it was before its `Content-Encoding`; before a coding that nobody knows, which may be none (`utf-8`). Rejects
 * with `BodyTooLarge` when that is larger than allowed, with `BadCoding`, or with another error when its end is missing.
 */
export async function withoutCoding(body: Buffer, header: string | undefined, maxBytes: number): Promise<Buffer> {
  let bytes = body;
  for (const coding of codingsIn(header ?? '').slice(0, MOST_CODINGS)) {
    const decode = DECODERS.get(coding);
    if (decode === undefined || bytes.length === 0) return bytes;
    bytes = await decode(bytes, { maxOutputLength: maxBytes }).catch((error: unknown) => {
      throw unreadable(error);
    });
  }
  return bytes;
}
