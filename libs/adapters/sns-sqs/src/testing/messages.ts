import { randomUUID } from 'node:crypto';
import type { ReceivedMessage } from '../received-message.js';

export const messageWith = (changes: Partial<ReceivedMessage>): ReceivedMessage => ({
  id: 'message-1',
  body: '{}',
  receiptHandle: 'receipt-1',
  receiveCount: 1,
  attributes: {},
  ...changes,
});

/** The JSON of a well-formed event. */
export const eventJson = (type: string, data: unknown = {}): string =>
  JSON.stringify({
    specversion: '1.0',
    id: randomUUID(),
    source: '/services/business',
    type,
    subject: 'a-quote-request',
    time: '2026-11-23T10:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: `urn:${type}`,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    attempt: 1,
    data,
  });
