import { done, type MessageOutcome, retryLater } from '@app/ports';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DeadLetters } from './dead-letters.js';
import { DeliveredMessages } from './delivered-messages.js';
import { Settlement } from './settlement.js';
import { eventJson, messageWith } from './testing/messages.js';
import { QueueInMemory } from './testing/queue-in-memory.js';

const TYPE = 'quote.requested.v1';

describe('messages that somebody else delivers and deletes', () => {
  let queue: QueueInMemory;
  let letters: QueueInMemory;
  let outcome: MessageOutcome;
  let delivered: DeliveredMessages;

  beforeAll(() => Logger.overrideLogger(false));

  beforeEach(() => {
    queue = new QueueInMemory('quotes');
    letters = new QueueInMemory('quotes-dlq');
    outcome = done;
    delivered = new DeliveredMessages({
      queues: [
        {
          source: { name: 'quotes', maxReceiveCount: 3 },
          settlement: new Settlement(queue, new DeadLetters(letters)),
        },
      ],
      handlerOf: (type) => (type === TYPE ? async () => outcome : undefined),
      random: () => 0,
    });
  });

  const work = (body: string, queueName = 'quotes') => delivered.work(messageWith({ body }), queueName);

  it('are finished when their handler says so', async () => {
    expect(await work(eventJson(TYPE))).toBe(true);
  });

  it('are delivered again, at their time, when it says later', async () => {
    outcome = retryLater(5_000);
    expect(await work(eventJson(TYPE))).toBe(false);
    expect(queue.hidden).toEqual([{ receiptHandle: 'receipt-1', seconds: 5 }]);
  });

  it('are finished when they are poison that could be put aside, and otherwise not', async () => {
    expect(await work(eventJson('quote.requested.v2'))).toBe(true);
    expect(letters.sent.map(({ attributes }) => attributes.reason?.StringValue)).toEqual([
      'no handler for events of type quote.requested.v2',
    ]);
    letters.isReachable = false;
    expect(await work('no JSON')).toBe(false);
  });

  it('stay where they are when their queue is not served here', async () => {
    expect(await work(eventJson(TYPE), 'another')).toBe(false);
    expect([queue.hidden, letters.sent]).toEqual([[], []]);
  });
});
