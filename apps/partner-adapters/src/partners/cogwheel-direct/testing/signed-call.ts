import { createHash, createHmac } from 'node:crypto';
import type { ReceivedCall } from '@app/partner-kit/testing';

const key = { keyId: 'cogk_sandbox_01', secret: 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa' };

/** Checks a call as C does, from the text of partners.md C.1 alone. No call of ours has more than one query value. */
export function isSigned({ method, path: target, headers, body }: ReceivedCall): boolean {
  const [path, query = ''] = target.split('?');
  const digest = createHash('sha256').update(body).digest('hex');
  const parts = [method, path, query, headers['x-cog-timestamp'], headers['x-cog-nonce'], digest];
  const signature = createHmac('sha256', key.secret).update(parts.join('\n')).digest('hex');
  return (
    headers['x-cog-key-id'] === key.keyId &&
    headers['x-cog-content-sha256'] === digest &&
    headers['x-cog-signature'] === `v1=${signature}` &&
    /^[A-Za-z0-9_-]{16,64}$/.test(headers['x-cog-nonce'] ?? '')
  );
}
