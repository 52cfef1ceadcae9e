import type { OutboxMessage } from '@app/ports';
import { outboxMessage } from '@app/testing';
import type { PublishBatchCommand, PublishBatchCommandOutput, SNSClient } from '@aws-sdk/client-sns';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { SnsPublisher } from './sns-publisher.js';

type Answer = (command: PublishBatchCommand) => Promise<Omit<PublishBatchCommandOutput, '$metadata'>>;

const publisherOn = (answer: Answer) => {
  // The SDK's `send` is a bundle of overloads; the publisher sends one kind of command.
  const client = { send: answer } as unknown as SNSClient;
  return new SnsPublisher({ client, topicArnPrefix: 'arn:aws:sns:ap-south-1:000000000000:' });
};

const idsIn = (command: PublishBatchCommand): string[] =>
  (command.input.PublishBatchRequestEntries ?? []).map(({ Id }) => Id ?? '');

const takesAll: Answer = async (command) => ({ Successful: idsIn(command).map((Id) => ({ Id })) });

const message = (id: string, topic = 'motor', attributes: Record<string, string> = { type: 't' }): OutboxMessage =>
  outboxMessage({ id, topic, body: '{}', attributes });

describe('publishing to SNS', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('returns the ids that the topic took', async () => {
    expect(await publisherOn(takesAll).publish([message('a'), message('b')])).toEqual(['a', 'b']);
  });

  it('names the topic by its prefix and sends attributes as text', async () => {
    const inputs: PublishBatchCommand['input'][] = [];
    const publisher = publisherOn((command) => {
      inputs.push(command.input);
      return takesAll(command);
    });
    await publisher.publish([message('a', 'quote-lifecycle', { partnerId: 'acme-general' })]);
    expect(inputs).toEqual([
      {
        TopicArn: 'arn:aws:sns:ap-south-1:000000000000:quote-lifecycle',
        PublishBatchRequestEntries: [
          {
            Id: 'a',
            Message: '{}',
            MessageAttributes: { partnerId: { DataType: 'String', StringValue: 'acme-general' } },
          },
        ],
      },
    ]);
  });

  it('leaves out what failed inside a good answer', async () => {
    const publisher = publisherOn(async () => ({
      Successful: [{ Id: 'a' }],
      Failed: [{ Id: 'b', Code: 'InternalError', SenderFault: false }],
    }));
    expect(await publisher.publish([message('a'), message('b')])).toEqual(['a']);
  });

  it('still says what was sent when another batch failed as a whole', async () => {
    const publisher = publisherOn((command) =>
      command.input.TopicArn?.endsWith('health') ? Promise.reject(new Error('no route')) : takesAll(command),
    );
    expect(await publisher.publish([message('a'), message('b', 'health')])).toEqual(['a']);
  });

  it('throws when nothing at all could be sent', async () => {
    const publisher = publisherOn(() => Promise.reject(new Error('no route')));
    await expect(publisher.publish([message('a'), message('b', 'health')])).rejects.toThrow('no route');
  });

  it('sends nothing for no messages', async () => {
    expect(await publisherOn(() => Promise.reject(new Error('called'))).publish([])).toEqual([]);
  });

  it('refuses more than six attributes before anything is sent', async () => {
    const sent: string[] = [];
    const publisher = publisherOn((command) => {
      sent.push(...idsIn(command));
      return takesAll(command);
    });
    const seven = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`attribute${n}`, 'x']));
    await expect(publisher.publish([message('a'), message('b', 'motor', seven)])).rejects.toThrow('at most 6');
    expect(sent).toEqual([]);
  });

  it('has a bounded number of batches on their way at once', async () => {
    let onTheirWay = 0;
    let most = 0;
    const publisher = publisherOn(async (command) => {
      onTheirWay += 1;
      most = Math.max(most, onTheirWay);
      await new Promise(setImmediate);
      onTheirWay -= 1;
      return takesAll(command);
    });
    const many = Array.from({ length: 300 }, (_, id) => message(String(id)));
    expect(await publisher.publish(many)).toHaveLength(300);
    expect(most).toBe(8);
  });
});
