import { createHmac } from 'node:crypto';

/** The published sandbox secret (partners.md E.4). */
export const WEBHOOK_SECRET = 'ehw_5b1c0de2a94f4e37';

/** `X-EH-Signature`: the time in unix seconds and the HMAC over it and the raw body. */
export const signatureOf = (unixSeconds: number, body: Buffer, secret: string): string =>
  `t=${unixSeconds},v1=${createHmac('sha256', secret).update(`${unixSeconds}.`).update(body).digest('hex')}`;
