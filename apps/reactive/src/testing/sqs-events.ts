/** A record as AWS documents it for a standard queue, with the attributes that our publisher sets and raw delivery. */
export const standardRecord = (changes: Record<string, unknown> = {}) => ({
  messageId: '2e1424d4-f796-459a-8184-9c92662be6da',
  receiptHandle: 'AQEBzWwaftRI0KuVm4tP+/7q1rGgNqicHq...',
  body: 'Test message.',
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1545082650636',
    SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: '1545082650649',
    AWSTraceHeader: 'Root=1-5c1b3a2f-0123456789abcdef01234567;Sampled=0',
  },
  messageAttributes: {
    type: { stringValue: 'quote.requested.v1', stringListValues: [], binaryListValues: [], dataType: 'String' },
    schemaVersion: { stringValue: '1', stringListValues: [], binaryListValues: [], dataType: 'Number' },
    blob: { binaryValue: 'aGVsbG8=', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
  },
  md5OfMessageAttributes: '00484c68b1d6e2a6c0a9d5a9b7e3c1ee',
  md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-south-1:123456789012:quote-requested-motor-acme-general',
  awsRegion: 'ap-south-1',
  ...changes,
});

/** And for a FIFO queue. */
export const fifoRecord = (changes: Record<string, unknown> = {}) => ({
  messageId: '11d6ee51-4cc7-4302-9e22-7cd8afdaadf5',
  receiptHandle: 'AQEBBX8nesZEXmkhsmZeyIE8iQAMig7qw...',
  body: 'Test message.',
  attributes: {
    ApproximateReceiveCount: '2',
    SentTimestamp: '1573251510774',
    SequenceNumber: '18849496460467696128',
    MessageGroupId: '1',
    SenderId: 'AIDAIO23YVJENQZJOL4VO',
    MessageDeduplicationId: '1',
    ApproximateFirstReceiveTimestamp: '1573251510774',
  },
  messageAttributes: {},
  md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-2:123456789012:fifo.fifo',
  awsRegion: 'us-east-2',
  ...changes,
});
