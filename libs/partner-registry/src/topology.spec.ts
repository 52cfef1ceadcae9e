import { describe, expect, it } from '@jest/globals';
import { deriveTopology } from './topology.js';

describe('the topology', () => {
  const { topics, queues, subscriptions } = deriveTopology();

  it('has a topic for each product line that is sold, and one for what became of quotes', () => {
    expect(topics).toEqual(['quote-requested-motor-four-wheeler', 'quote-lifecycle']);
  });

  it('has a queue with a dead-letter queue for each partner and product domain', () => {
    expect(queues.map((queue) => [queue.name, queue.deadLetterQueue.name])).toEqual([
      ['quote-requested-motor-acme-general', 'quote-requested-motor-acme-general-dlq'],
      ['quote-requested-motor-cogwheel-direct', 'quote-requested-motor-cogwheel-direct-dlq'],
    ]);
  });

  it('hides a message for at least twice the time a partner may take, and forgets old quote requests', () => {
    for (const queue of queues)
      expect(queue).toMatchObject({ visibilityTimeoutSeconds: 16, retentionSeconds: 300, maxReceiveCount: 3 });
  });

  it('lets each queue see its own partner only', () => {
    expect(subscriptions.map((one) => [one.topic, one.queue, one.filterPolicy])).toEqual([
      ['quote-requested-motor-four-wheeler', 'quote-requested-motor-acme-general', { partnerId: ['acme-general'] }],
      [
        'quote-requested-motor-four-wheeler',
        'quote-requested-motor-cogwheel-direct',
        { partnerId: ['cogwheel-direct'] },
      ],
    ]);
  });

  it('keeps names within what SNS and SQS take', () => {
    const names = [...topics, ...subscriptions.map((one) => one.deadLetterQueue.name)];
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
  });
});
