import type { OutboxMessage } from '@app/ports';

/** Messages for one topic that fit into one `PublishBatch`. */
export interface PublishBatch {
  readonly topic: string;
  readonly messages: readonly OutboxMessage[];
}

const MAX_MESSAGES = 10;
const MAX_BYTES = 262_144;
const ATTRIBUTE_TYPE = 'String';

/** What SNS counts: the body, and name, type and value of every attribute, in bytes of UTF-8. */
export function sizeOf({ body, attributes }: OutboxMessage): number {
  const texts = Object.entries(attributes).flatMap(([name, value]) => [name, ATTRIBUTE_TYPE, value]);
  return [body, ...texts].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
}

/**
 * Batches of one topic each, of at most 10 messages and 262,144 bytes, in the order given. A message that is too large
 * by itself gets a batch of its own, so that only it fails.
 */
export function publishBatches(messages: readonly OutboxMessage[]): PublishBatch[] {
  return [...Map.groupBy(messages, ({ topic }) => topic)].flatMap(([topic, ofTopic]) =>
    split(ofTopic).map((batch) => ({ topic, messages: batch })),
  );
}

function split(messages: readonly OutboxMessage[]): OutboxMessage[][] {
  const batches: OutboxMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = sizeOf(message);
    const open = batches.at(-1);
    if (open !== undefined && open.length < MAX_MESSAGES && size <= room) {
      open.push(message);
      room -= size;
    } else {
      batches.push([message]);
      room = MAX_BYTES - size;
    }
  }
  return batches;
}
