import type { OutboxMessage } from '@app/ports';
import { outboxMessage } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { publishBatches, sizeOf } from './publish-batches.js';

const message = (id: number, topic: string, body = '{}'): OutboxMessage =>
  outboxMessage({ id: String(id), topic, body, attributes: { partnerId: 'acme-general' } });

const idsOf = (messages: readonly OutboxMessage[]) =>
  publishBatches(messages).map(({ topic, messages: batch }) => [topic, ...batch.map(({ id }) => id)].join(' '));

describe('batches for SNS', () => {
  it('hold messages of one topic only, in the order given', () => {
    expect(idsOf([message(1, 'motor'), message(2, 'health'), message(3, 'motor')])).toEqual(['motor 1 3', 'health 2']);
  });

  it('hold at most ten messages', () => {
    const sizes = publishBatches(Array.from({ length: 23 }, (_, id) => message(id, 'motor')));
    expect(sizes.map(({ messages }) => messages.length)).toEqual([10, 10, 3]);
  });

  it('hold at most 262,144 bytes, counted in UTF-8 with their attributes', () => {
    const half = '₹'.repeat(43_000);
    const batches = publishBatches([message(1, 'motor', half), message(2, 'motor', half), message(3, 'motor', half)]);
    expect(batches.map(({ messages }) => messages.length)).toEqual([2, 1]);
    for (const { messages } of batches) {
      expect(messages.reduce((sum, one) => sum + sizeOf(one), 0)).toBeLessThanOrEqual(262_144);
    }
  });

  it('leave a message that is too large alone, so that only it fails', () => {
    const huge = message(2, 'motor', 'x'.repeat(300_000));
    expect(idsOf([message(1, 'motor'), huge, message(3, 'motor')])).toEqual(['motor 1', 'motor 2', 'motor 3']);
  });
});
