import type { OutboxMessage } from '@app/ports';

const SOME_REQUEST = '01930000-0000-7000-8000-000000000000';

let made = 0;

/** An id of UUIDv7's form; a later one sorts after it. */
export function nextMessageId(): string {
  made += 1;
  return `01940000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** About a request that nobody knows; it tells of something, so it is sent whatever the customer decides. */
export const outboxMessage = (rest: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id: nextMessageId(),
  topic: 'quote-lifecycle',
  body: '{"specversion":"1.0"}',
  attributes: { type: 'quote.answered.v1' },
  correlationId: SOME_REQUEST,
  revocable: false,
  ...rest,
});
