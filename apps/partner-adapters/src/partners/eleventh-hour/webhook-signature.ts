import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i;
/** Either way: an old call may be somebody's copy. */
const TOLERANCE_SECONDS = 300;

/** `X-EH-Signature` of a body: `t=<unix>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>` (partners.md E.4). */
export const signatureOf = (body: Buffer, unixSeconds: number, secret: string): string => {
  const mac = createHmac('sha256', secret).update(`${unixSeconds}.`).update(body).digest('hex');
  return `t=${unixSeconds},v1=${mac}`;
};

/** False for a signature that is missing, malformed, wrong, or off our clock by more than the tolerance. */
export function isSignedByEleventhHour(
  body: Buffer,
  signature: string | undefined,
  { secret, now }: { readonly secret: string; readonly now: Date },
): boolean {
  const [, t, v1] = SIGNATURE.exec(signature ?? '') ?? [];
  if (t === undefined || v1 === undefined) return false;
  const expected = createHmac('sha256', secret).update(`${t}.`).update(body).digest();
  const isRight = timingSafeEqual(Buffer.from(v1, 'hex'), expected);
  return isRight && Math.abs(now.getTime() / 1_000 - Number(t)) <= TOLERANCE_SECONDS;
}
