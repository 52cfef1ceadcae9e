import { done, reject, retryLater } from '@app/ports';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DeadLetters } from './dead-letters.js';
import { Settlement } from './settlement.js';
import { messageWith } from './testing/messages.js';
import { QueueInMemory } from './testing/queue-in-memory.js';

const HALF_A_DAY_MS = 43_200_000;
const message = messageWith({ attributes: { partnerId: { DataType: 'String', StringValue: 'acme-general' } } });

describe('carrying out an outcome', () => {
  let queue: QueueInMemory;
  let letters: QueueInMemory;
  let settlement: Settlement;

  beforeAll(() => Logger.overrideLogger(false));

  beforeEach(() => {
    queue = new QueueInMemory('quotes');
    letters = new QueueInMemory('quotes-dlq');
    settlement = new Settlement(queue, new DeadLetters(letters));
  });

  it('finishes what is done, and does nothing else', async () => {
    expect(await settlement.carryOut(message, done)).toBe(true);
    expect([queue.hidden, letters.sent]).toEqual([[], []]);
  });

  it.each([
    [1_500, 2],
    [0, 1],
    [2 * HALF_A_DAY_MS, 43_200],
  ])('hides what is for later: for %i ms it is %i s', async (afterMs, seconds) => {
    expect(await settlement.carryOut(message, retryLater(afterMs))).toBe(false);
    expect(queue.hidden).toEqual([{ receiptHandle: 'receipt-1', seconds }]);
  });

  it('leaves a message that it cannot hide to the visibility that it has', async () => {
    queue.isReachable = false;
    expect(await settlement.carryOut(message, retryLater(1_000))).toBe(false);
  });

  it('finishes what is rejected once its dead letter is written', async () => {
    expect(await settlement.carryOut(message, reject('not JSON'))).toBe(true);
    const reason = { DataType: 'String', StringValue: 'not JSON' };
    expect(letters.sent).toEqual([{ body: '{}', attributes: { ...message.attributes, reason } }]);
  });

  it('leaves what is rejected alone when the dead letter cannot be written', async () => {
    letters.isReachable = false;
    expect(await settlement.carryOut(message, reject('not JSON'))).toBe(false);
    expect(queue.hidden).toEqual([]);
  });
});
