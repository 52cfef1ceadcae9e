import { createCipheriv, createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { z } from 'zod';
import type { Setting } from './settings.js';

/** A 256-bit key and its id, which is derived from it: nobody has to invent one. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const sealingKey = (bytes: Uint8Array): SealingKey => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  bytes,
});

const NONCE_BYTES = 12;

const base64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');

/**
 * RFC 7516 for `dir` and `A256GCM`: header, no key, nonce, ciphertext, tag. Written out here because every quote request
 * is sealed several times: WebCrypto, which `jose` uses, sends each of these tiny jobs through the thread pool.
 */
function compactJwe(plaintext: string, kid: string, key: KeyObject): string {
  const header = base64url(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid }));
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return [header, '', ...[nonce, ciphertext, cipher.getAuthTag()].map(base64url)].join('.');
}

/** Compact JWE (`dir`, `A256GCM`, `kid`) around JSON: personal fields on their way and at rest. */
export class Sealer {
  private readonly first: { readonly id: string; readonly key: KeyObject } | undefined;

  /** The first key seals, all of them open, so that a key can be replaced without a gap. */
  constructor(private readonly keys: readonly SealingKey[]) {
    this.first = keys.slice(0, 1).map(({ id, bytes }) => ({ id, key: createSecretKey(bytes) }))[0];
  }

  async seal(value: unknown): Promise<string> {
    if (this.first === undefined) throw new Error('A sealer needs at least one key');
    return compactJwe(JSON.stringify(value), this.first.id, this.first.key);
  }

  /** What was sealed. Rejects for an unknown key or a text that was tampered with. */
  async open(sealed: string): Promise<unknown> {
    const { plaintext } = await compactDecrypt(sealed, ({ kid }) => this.keyFor(kid), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(new TextDecoder().decode(plaintext));
  }

  private keyFor(id: string | undefined): Uint8Array {
    const key = this.keys.find((candidate) => candidate.id === id);
    if (key === undefined) throw new Error('Sealed with a key that is not known here');
    return key.bytes;
  }
}

/** Keys of 32 bytes in base64 or base64url, comma separated; `developmentSeed` makes the development key. */
export const sealingKeysSetting = (about: string, developmentSeed: string): Setting<SealingKey[]> => ({
  schema: z.string().transform((text, context) =>
    text.split(',').map((encoded) => {
      const bytes = Buffer.from(encoded.trim(), 'base64');
      if (bytes.length !== 32) context.addIssue('expected base64 of 32 bytes');
      return sealingKey(new Uint8Array(bytes));
    }),
  ),
  about: `${about}; 32 bytes in base64, comma separated: the first seals, all open`,
  developmentFallback: createHash('sha256').update(`development: ${developmentSeed}`).digest('base64'),
  secret: true,
});
