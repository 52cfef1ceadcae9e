import { queueAddress } from '@app/contracts';
import { eventually, outboxMessage } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createSqsClients, type SqsClients } from './clients.js';
import { SqsLetterQueues } from './sqs-letter-queues.js';
import { SqsPublisher } from './sqs-publisher.js';
import { SqsQueueDepths } from './sqs-queue-depths.js';
import { emulatorConnection, QueueProbe } from './testing/emulator.js';
import { eventJson } from './testing/messages.js';

describe('real queues', () => {
  const connection = emulatorConnection();
  const never = new AbortController().signal;
  let clients: SqsClients;
  let publisher: SqsPublisher;

  beforeAll(() => {
    Logger.overrideLogger(false);
    clients = createSqsClients(connection, 1);
    publisher = SqsPublisher.onSqs(clients);
  });
  afterAll(() => {
    for (const client of Object.values(clients)) client.destroy();
  });

  const message = (id: string, queue: string) =>
    outboxMessage({
      id,
      topic: queueAddress(queue),
      body: eventJson('policy.issuance-requested.v1', id),
      attributes: { type: 'policy.issuance-requested.v1', partnerId: 'acme-general' },
    });

  describe('to publish to', () => {
    it('take events as they are, with their attributes, more than a batch at once', async () => {
      const acme = await QueueProbe.create(clients.calls, 'published');
      const messages = Array.from({ length: 23 }, (_, id) => message(String(id), 'published'));
      const sent = await publisher.publish(messages);
      expect([...sent].sort()).toEqual(messages.map(({ id }) => id).sort());
      expect(await acme.count()).toEqual({ waiting: 23, inHand: 0 });
      const received = await acme.receive();
      expect(messages.map(({ body }) => body)).toContain(received?.Body);
      expect(received?.MessageAttributes?.partnerId?.StringValue).toBe('acme-general');
    });

    it('take what they can while one of them does not exist, and that one later', async () => {
      await QueueProbe.create(clients.calls, 'there');
      const messages = [message('a', 'there'), message('b', 'not-yet')];
      expect(await publisher.publish(messages)).toEqual(['a']);
      const late = await QueueProbe.create(clients.calls, 'not-yet');
      expect(await publisher.publish([message('b', 'not-yet')])).toEqual(['b']);
      expect(await late.count()).toMatchObject({ waiting: 1 });
    });

    it('are missed when SQS cannot be reached', async () => {
      const nowhere = createSqsClients({ ...connection, endpoint: 'http://127.0.0.1:1' }, 0);
      await expect(SqsPublisher.onSqs(nowhere).publish([message('a', 'there')])).rejects.toThrow();
      for (const client of Object.values(nowhere)) client.destroy();
    });
  });

  describe('to empty', () => {
    it('give letters with their text attributes, and forget those that are removed', async () => {
      const dead = await QueueProbe.create(clients.calls, 'emptied-dlq');
      await publisher.publish([message('a', 'emptied-dlq')]);
      const queues = new SqsLetterQueues(clients);
      const [letter] = await queues.receive('emptied-dlq', never);
      expect(letter).toMatchObject({
        messageId: expect.any(String),
        attributes: { type: 'policy.issuance-requested.v1', partnerId: 'acme-general' },
      });
      expect(await dead.count()).toEqual({ waiting: 0, inHand: 1 });
      await queues.remove('emptied-dlq', [letter?.receiptHandle ?? '']);
      expect(await dead.count()).toEqual({ waiting: 0, inHand: 0 });
    });

    it('wait for a letter until they are not waited for any more', async () => {
      await QueueProbe.create(clients.calls, 'empty-dlq');
      const stopping = new AbortController();
      const receiving = new SqsLetterQueues(clients).receive('empty-dlq', stopping.signal);
      stopping.abort('stopping');
      await expect(receiving).rejects.toThrow();
    });

    it('are looked for again after they were not there', async () => {
      const queues = new SqsLetterQueues(clients);
      await expect(queues.receive('later-dlq', never)).rejects.toThrow();
      await QueueProbe.create(clients.calls, 'later-dlq');
      await publisher.publish([message('a', 'later-dlq')]);
      expect(await queues.receive('later-dlq', never)).toHaveLength(1);
    });
  });

  it('say how full they are, but for those that do not answer', async () => {
    const full = await QueueProbe.create(clients.calls, 'measured');
    await publisher.publish([message('a', 'measured'), message('b', 'measured')]);
    await full.receive();
    const depths = new SqsQueueDepths(clients);
    await eventually(async () =>
      expect(await depths.depths(['measured', 'no-such-queue'])).toEqual([
        { name: 'measured', visible: 1, inFlight: 1, delayed: 0 },
      ]),
    );
  });
});
