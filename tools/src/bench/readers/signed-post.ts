import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { answerReceipts, PARTNER_ANSWERS_PATH } from '@app/contracts';
import type { PartnerAnswer } from '@app/domain';

/** A signing key of one's own, as `INTERNAL_SIGNING_KEYS` takes it. */
export const newSigningKey = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers of Standard Webhooks for a body. `at`: seconds since the epoch. */
export function signatureHeaders(key: string, body: string, at: number, id = `msg_${randomUUID()}`) {
  const secret = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}

/** Posts one answer to the callback API. Throws when it is not stored. */
export async function postAnswer(internal: string, key: string, answer: PartnerAnswer): Promise<void> {
  const body = JSON.stringify([answer]);
  const signature = signatureHeaders(key, body, Math.floor(Date.now() / 1_000));
  const headers = { 'content-type': 'application/json', ...signature };
  const response = await fetch(`${internal}${PARTNER_ANSWERS_PATH}`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`The callback API answered ${response.status}: ${text}`);
  const [receipt] = answerReceipts.parse(JSON.parse(text)).results;
  if (receipt?.result !== 'STORED') throw new Error(`An answer was not stored: ${JSON.stringify(receipt)}`);
}
