import { ISSUANCE_OPERATOR_QUEUE, issuanceQueue, PRODUCT_LINE_IDS, quoteQueue, quoteTopic } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { PARTNERS } from './registry.js';
import { deriveTopology } from './topology.js';

const of = (domain: Parameters<typeof quoteQueue>[0]) => (partner: string) => quoteQueue(domain, partner);

describe('the topology', () => {
  const { topics, queues, subscriptions } = deriveTopology();

  const issuance = queues.filter(({ name }) => name.startsWith('policy-issuance-'));
  const quotes = queues.filter((queue) => !issuance.includes(queue));

  it('has a topic for each product line, and those for what became of quotes and of applications', () => {
    const told = ['quote-lifecycle', 'policy-lifecycle', 'operator-alerts'];
    expect(topics).toEqual([...PRODUCT_LINE_IDS.map(quoteTopic), ...told]);
  });

  it('has a queue for each partner and product domain', () => {
    expect(quotes.map(({ name }) => name).sort()).toEqual(
      [
        ...['acme-general', 'babbage-lovelace', 'cogwheel-direct', 'dak-bungalow', 'fizzbuzz'].map(of('motor')),
        ...['acme-general', 'eleventh-hour'].map(of('health')),
        ...['babbage-lovelace', 'fizzbuzz'].map(of('travel')),
        ...['cogwheel-direct', 'eleventh-hour'].map(of('life')),
      ].sort(),
    );
  });

  it('has one queue for the policies of each partner, and one for the operators', () => {
    const names = [...PARTNERS.map(({ id }) => issuanceQueue(id)), ISSUANCE_OPERATOR_QUEUE];
    expect(issuance.map(({ name }) => name)).toEqual(names);
  });

  it('has a dead-letter queue for each queue, which is kept for fourteen days', () => {
    for (const { name, deadLetterQueue } of queues) {
      expect(deadLetterQueue).toEqual({ name: `${name}-dlq`, retentionSeconds: 14 * 86_400 });
    }
  });

  it('hides a message for at least twice the time its partner may take, and forgets old quote requests', () => {
    for (const queue of quotes) expect(queue).toMatchObject({ retentionSeconds: 300, maxReceiveCount: 3 });
    const hidden = new Map(quotes.map(({ name, visibilityTimeoutSeconds }) => [name, visibilityTimeoutSeconds]));
    expect(hidden.get('quote-requested-motor-acme-general')).toBe(16);
    expect(hidden.get('quote-requested-motor-dak-bungalow')).toBe(36);
  });

  it('hides what asks for a policy for at least six times as long as its handler takes, and keeps it for days', () => {
    for (const { id, operations } of PARTNERS) {
      const queue = issuance.find(({ name }) => name === issuanceQueue(id));
      expect(queue).toMatchObject({ retentionSeconds: 4 * 86_400, maxReceiveCount: 5 });
      expect(queue?.visibilityTimeoutSeconds).toBeGreaterThanOrEqual((6 * operations.issuance.handlerP99Ms) / 1_000);
    }
  });

  it('lets no topic write to the queues of policies: the chosen partner alone is told', () => {
    const subscribed = new Set(subscriptions.map(({ queue }) => queue));
    for (const { name } of issuance) expect(subscribed.has(name)).toBe(false);
    for (const { name } of quotes) expect(subscribed.has(name)).toBe(true);
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
    const deadLetters = [...queues, ...subscriptions].map((one) => one.deadLetterQueue.name);
    const names = [...topics, ...queues.map(({ name }) => name), ...deadLetters];
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
  });
});
