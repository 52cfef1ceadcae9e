import { createHmac, createSecretKey, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Setting } from './settings.js';

export type SignatureHeaders = Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>;

const VERSION = 'v1';
const TOLERANCE_S = 300;
const PREFIX = /^whsec_/;

const keyOf = (text: string): KeyObject => createSecretKey(Buffer.from(text.replace(PREFIX, ''), 'base64'));

const signatureHeaders = z.object({
  'webhook-id': z.string().min(1),
  'webhook-timestamp': z.string().regex(/^\d{1,12}$/),
  'webhook-signature': z.string(),
});

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Signs and checks calls between our own services: Standard Webhooks, five minutes of tolerance. Over the bytes as they
 * are, since a document is no text; the library of that name makes text of them first.
 */
export class CallSigner {
  private readonly keys: readonly KeyObject[];

  /** The first key signs; all of them are accepted, so that a key can be replaced without a gap. */
  constructor(keys: readonly string[]) {
    this.keys = keys.map(keyOf);
  }

  sign(body: string | Uint8Array): SignatureHeaders {
    const [key] = this.keys;
    if (key === undefined) throw new Error('A call signer needs at least one key');
    const id = `msg_${randomUUID()}`;
    const timestamp = String(secondsNow());
    return {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(key, `${id}.${timestamp}.`, body),
    };
  }

  /** False for a signature that is missing, wrong, or older than the tolerance. */
  isSigned(body: Uint8Array, headers: Readonly<Record<string, unknown>>): boolean {
    const { data } = signatureHeaders.safeParse(headers);
    if (data === undefined) return false;
    const timestamp = data['webhook-timestamp'];
    if (Math.abs(secondsNow() - Number(timestamp)) > TOLERANCE_S) return false;
    const shown = data['webhook-signature'].split(' ');
    const head = `${data['webhook-id']}.${timestamp}.`;
    const expected = this.keys.map((key) => signatureOf(key, head, body));
    return shown.some((one) => expected.some((another) => isEqual(one, another)));
  }
}

const secondsNow = (): number => Math.floor(Date.now() / 1_000);

const signatureOf = (key: KeyObject, head: string, body: string | Uint8Array): string =>
  `${VERSION},${createHmac('sha256', key).update(head).update(body).digest('base64')}`;

/** `INTERNAL_SIGNING_KEYS`: one key, or the new one and the old one while they are being replaced. */
export const signingKeysSetting: Setting<string[]> = {
  schema: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .pipe(
      z.array(z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/, 'expected base64 of at least 24 bytes')).min(1),
    ),
  about: 'Keys that sign the calls between our services, comma separated; the first signs, all are accepted',
  developmentFallback: `whsec_${Buffer.from('development signing key, not a secret').toString('base64')}`,
  secret: true,
};
