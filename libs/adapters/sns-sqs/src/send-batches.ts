import { MAX_MESSAGE_ATTRIBUTES } from '@app/contracts';
import type { OutboxMessage } from '@app/ports';
import { type PublishBatch, publishBatches } from './publish-batches.js';

const BATCHES_AT_ONCE = 8;

/** Sends one batch and returns the ids that were taken. Rejects when none was. */
export type SendBatch = (batch: PublishBatch) => Promise<readonly string[]>;

type Sent = { readonly ids: readonly string[] } | { readonly failure: unknown };

const isFailure = (sent: Sent): sent is { readonly failure: unknown } => 'failure' in sent;

/**
 * Sends messages in batches, some at once, and returns the ids that were taken. Throws when every batch failed; and
 * before anything is sent for a message with more than six attributes, which is a mistake in our own code.
 */
export async function sendBatches(messages: readonly OutboxMessage[], send: SendBatch): Promise<readonly string[]> {
  messages.forEach(refuseManyAttributes);
  const batches = publishBatches(messages);
  const sent: Sent[] = [];
  const queue = batches.values();
  const worker = async () => {
    for (const batch of queue) sent.push(await outcomeOf(send(batch)));
  };
  await Promise.all(Array.from({ length: Math.min(BATCHES_AT_ONCE, batches.length) }, worker));
  const failures = sent.filter(isFailure);
  if (failures.length > 0 && failures.length === sent.length) throw failures[0]?.failure;
  return sent.flatMap((one) => (isFailure(one) ? [] : one.ids));
}

const outcomeOf = (sending: Promise<readonly string[]>): Promise<Sent> =>
  sending.then(
    (ids) => ({ ids }),
    (failure: unknown) => ({ failure }),
  );

function refuseManyAttributes({ id, attributes }: OutboxMessage): void {
  const count = Object.keys(attributes).length;
  if (count <= MAX_MESSAGE_ATTRIBUTES) return;
  throw new Error(`Event ${id} has ${count} attributes; at most ${MAX_MESSAGE_ATTRIBUTES} may be`);
}

/** Attributes as both services take them. */
export const textAttributes = (attributes: OutboxMessage['attributes']) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  );
