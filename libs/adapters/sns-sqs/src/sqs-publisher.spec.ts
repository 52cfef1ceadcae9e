import { queueAddress } from '@app/contracts';
import type { OutboxMessage } from '@app/ports';
import { outboxMessage, RecordingPublisher } from '@app/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AddressedPublisher } from './addressed-publisher.js';
import { SqsPublisher } from './sqs-publisher.js';
import type { SentBatch } from './sqs-queue.js';

type Answer = (messages: readonly Pick<OutboxMessage, 'id'>[]) => Promise<SentBatch>;

const takesAll: Answer = async (messages) => ({ sent: messages.map(({ id }) => id), failed: [] });
const away: Answer = () => Promise.reject(new Error('no route'));

/** A publisher on queues that answer as given, and the queues it opened. */
function publisherOn(answers: Readonly<Record<string, Answer>>) {
  const opened: string[] = [];
  const open = (name: string) => {
    opened.push(name);
    return { sendAll: answers[name] ?? away };
  };
  return { publisher: new SqsPublisher({ open }), opened };
}

const message = (id: string, queue = 'acme', attributes: Record<string, string> = { type: 't' }): OutboxMessage =>
  outboxMessage({ id, topic: queueAddress(queue), body: '{}', attributes });

describe('publishing to queues', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('returns the ids that each queue took, and opens a queue once', async () => {
    const { publisher, opened } = publisherOn({ acme: takesAll, dak: takesAll });
    expect(await publisher.publish([message('a'), message('b', 'dak'), message('c')])).toEqual(['a', 'c', 'b']);
    expect(await publisher.publish([message('d')])).toEqual(['d']);
    expect(opened).toEqual(['acme', 'dak']);
  });

  it('leaves out what failed inside a good answer', async () => {
    const partly: Answer = async () => ({ sent: ['a'], failed: [{ id: 'b', code: 'InternalError' }] });
    expect(await publisherOn({ acme: partly }).publisher.publish([message('a'), message('b')])).toEqual(['a']);
  });

  it('sends to the others while one queue is down, and looks for that one again', async () => {
    const answers: Record<string, Answer> = { acme: takesAll, dak: away };
    const { publisher, opened } = publisherOn(answers);
    expect(await publisher.publish([message('a'), message('b', 'dak')])).toEqual(['a']);
    answers.dak = takesAll;
    expect(await publisher.publish([message('b', 'dak')])).toEqual(['b']);
    expect(opened).toEqual(['acme', 'dak', 'dak']);
  });

  it('throws when nothing at all could be sent', async () => {
    await expect(publisherOn({}).publisher.publish([message('a')])).rejects.toThrow('no route');
  });

  it('refuses what is for a topic, and more than six attributes', async () => {
    const { publisher, opened } = publisherOn({ acme: takesAll });
    await expect(publisher.publish([outboxMessage({ id: 'a', topic: 'quote-lifecycle' })])).rejects.toThrow('address');
    const seven = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`attribute${n}`, 'x']));
    await expect(publisher.publish([message('a', 'acme', seven)])).rejects.toThrow('at most 6');
    expect(opened).toEqual([]);
  });
});

describe('publishing by address', () => {
  beforeAll(() => Logger.overrideLogger(false));

  const topics = () => new RecordingPublisher();
  const forTopic = outboxMessage({ id: 't', topic: 'quote-lifecycle' });

  it('sends to topics and to queues', async () => {
    const { publisher: queues } = publisherOn({ acme: takesAll });
    const publisher = new AddressedPublisher({ topics: topics(), queues });
    expect(await publisher.publish([message('q'), forTopic])).toEqual(['q', 't']);
  });

  it('says what was sent while the other side is down, and throws only when both are', async () => {
    const { publisher: down } = publisherOn({});
    const some = new AddressedPublisher({ topics: topics(), queues: down });
    expect(await some.publish([message('q'), forTopic])).toEqual(['t']);
    const none = new AddressedPublisher({ topics: down, queues: down });
    await expect(none.publish([message('q'), forTopic])).rejects.toThrow();
  });

  it('sends nothing for no messages', async () => {
    const publisher = new AddressedPublisher({ topics: topics(), queues: topics() });
    expect(await publisher.publish([])).toEqual([]);
  });
});
