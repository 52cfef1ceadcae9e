import { describe, expect, it } from '@jest/globals';
import { fifoRecord, standardRecord } from '../testing/sqs-events.js';
import { failuresOf, messageIdOf, sqsRecord } from './sqs-event.js';

describe('a record of an SQS event source', () => {
  it('is the message as SQS would have handed it over, and the name of its queue', () => {
    const { message, queueName } = sqsRecord.parse(standardRecord());
    expect(queueName).toBe('quote-requested-motor-acme-general');
    expect(message).toEqual({
      id: '2e1424d4-f796-459a-8184-9c92662be6da',
      body: 'Test message.',
      receiptHandle: 'AQEBzWwaftRI0KuVm4tP+/7q1rGgNqicHq...',
      receiveCount: 1,
      attributes: {
        type: { DataType: 'String', StringValue: 'quote.requested.v1' },
        schemaVersion: { DataType: 'Number', StringValue: '1' },
        blob: { DataType: 'Binary', BinaryValue: Buffer.from('hello') },
      },
    });
  });

  it('may come from a FIFO queue, and says how often it was received', () => {
    const { message, queueName } = sqsRecord.parse(fifoRecord());
    expect(queueName).toBe('fifo.fifo');
    expect(message).toMatchObject({ receiveCount: 2, attributes: {} });
  });

  it.each([
    ['without a body', { body: undefined }],
    ['without a receipt', { receiptHandle: undefined }],
    ['without a receive count', { attributes: {} }],
    ['from nowhere', { eventSourceARN: 'a queue' }],
    ['with attributes of another shape', { messageAttributes: { type: 'quote.requested.v1' } }],
  ])('is refused %s, and still named', (_, changes) => {
    const record = standardRecord(changes);
    expect(sqsRecord.safeParse(record).success).toBe(false);
    expect(messageIdOf(record)).toBe('2e1424d4-f796-459a-8184-9c92662be6da');
  });

  it('is not named among the failures when it has no name: that would fail the whole batch', () => {
    expect(failuresOf([standardRecord({ messageId: '' }), null, fifoRecord()])).toEqual({
      batchItemFailures: [{ itemIdentifier: '11d6ee51-4cc7-4302-9e22-7cd8afdaadf5' }],
    });
  });
});
