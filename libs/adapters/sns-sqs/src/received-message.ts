import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';

export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>;

/** A message in hand: nobody else sees it until its visibility timeout ends. */
export interface ReceivedMessage {
  readonly id: string;
  readonly body: string;
  /** What to delete it with. Changes with every receive. */
  readonly receiptHandle: string;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
  readonly attributes: MessageAttributes;
}

export const receivedMessage = (message: Message): ReceivedMessage => ({
  id: message.MessageId ?? '',
  body: message.Body ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  receiveCount: Number(message.Attributes?.ApproximateReceiveCount ?? 1),
  attributes: message.MessageAttributes ?? {},
});
