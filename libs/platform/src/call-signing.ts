import { randomUUID } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { Setting } from './settings.js';

export type SignatureHeaders = Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>;

/** Signs and checks calls between our own services: Standard Webhooks, five minutes of tolerance. */
export class CallSigner {
  private readonly keys: readonly Webhook[];

  /** The first key signs; all of them are accepted, so that a key can be replaced without a gap. */
  constructor(keys: readonly string[]) {
    this.keys = keys.map((key) => new Webhook(key));
  }

  sign(body: string): SignatureHeaders {
    const [key] = this.keys;
    if (key === undefined) throw new Error('A call signer needs at least one key');
    const id = `msg_${randomUUID()}`;
    const now = new Date();
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': key.sign(id, now, body),
    };
  }

  /** False for a signature that is missing, wrong, or older than the tolerance. */
  isSigned(body: Buffer, headers: Readonly<Record<string, unknown>>): boolean {
    const signature = Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    return this.keys.some((key) => {
      try {
        key.verify(body, signature, { jsonParse: false });
        return true;
      } catch (error) {
        if (error instanceof WebhookVerificationError) return false;
        throw error;
      }
    });
  }
}

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
