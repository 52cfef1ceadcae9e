import { PRODUCT_LINE_IDS, quoteQueue, quoteTopic } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { deriveTopology } from './topology.js';

const of = (domain: Parameters<typeof quoteQueue>[0]) => (partner: string) => quoteQueue(domain, partner);

describe('the topology', () => {
  const { topics, queues, subscriptions } = deriveTopology();

  it('has a topic for each product line, and one for what became of quotes', () => {
    expect(topics).toEqual([...PRODUCT_LINE_IDS.map(quoteTopic), 'quote-lifecycle']);
  });

  it('has a queue with a dead-letter queue for each partner and product domain', () => {
    expect(queues.map(({ name }) => name).sort()).toEqual(
      [
        ...['acme-general', 'babbage-lovelace', 'cogwheel-direct', 'dak-bungalow', 'fizzbuzz'].map(of('motor')),
        ...['acme-general', 'eleventh-hour'].map(of('health')),
        ...['babbage-lovelace', 'fizzbuzz'].map(of('travel')),
        ...['cogwheel-direct', 'eleventh-hour'].map(of('life')),
      ].sort(),
    );
    for (const { name, deadLetterQueue } of queues) expect(deadLetterQueue.name).toBe(`${name}-dlq`);
  });

  it('hides a message for at least twice the time its partner may take, and forgets old quote requests', () => {
    for (const queue of queues) expect(queue).toMatchObject({ retentionSeconds: 300, maxReceiveCount: 3 });
    const hidden = new Map(queues.map(({ name, visibilityTimeoutSeconds }) => [name, visibilityTimeoutSeconds]));
    expect(hidden.get('quote-requested-motor-acme-general')).toBe(16);
    expect(hidden.get('quote-requested-motor-dak-bungalow')).toBe(36);
  });

  it('lets each queue see its own partner only, and the lines of its domain that the partner sells', () => {
    const sources = (queue: string) => subscriptions.filter((one) => one.queue === queue).map(({ topic }) => topic);
    expect(sources('quote-requested-motor-acme-general')).toEqual([
      'quote-requested-motor-four-wheeler',
      'quote-requested-motor-two-wheeler',
    ]);
    expect(sources('quote-requested-motor-fizzbuzz')).toEqual(['quote-requested-motor-four-wheeler']);
    for (const { queue, filterPolicy } of subscriptions)
      expect(queue.endsWith(`-${filterPolicy.partnerId?.join()}`)).toBe(true);
  });

  it('keeps names within what SNS and SQS take', () => {
    const names = [...topics, ...subscriptions.map((one) => one.deadLetterQueue.name)];
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
  });
});
