import { randomUUID } from 'node:crypto';
import type { CollectedLetter } from '@app/ports';

/** A message of its own that is left alone for ever. */
export const collectedLetter = (rest: Partial<CollectedLetter> = {}): CollectedLetter => ({
  messageId: randomUUID(),
  queue: 'policy-issuance-acme-general',
  body: '{"specversion":"1.0"}',
  attributes: { type: 'policy.issuance-requested.v1' },
  cause: 'UNAVAILABLE',
  replays: 0,
  replayAfterMs: null,
  ...rest,
});
