import { z } from 'zod';

const attribute = z
  .object({
    dataType: z.string(),
    stringValue: z.string().nullish(),
    /** Base64. */
    binaryValue: z.string().nullish(),
  })
  .transform(({ binaryValue, dataType, stringValue }) => ({
    DataType: dataType,
    ...(typeof stringValue === 'string' ? { StringValue: stringValue } : {}),
    ...(typeof binaryValue === 'string' ? { BinaryValue: Buffer.from(binaryValue, 'base64') } : {}),
  }));

/** What AWS Lambda hands to a function with an SQS event source. Each record is checked for itself. */
export const sqsEvent = z.object({ Records: z.array(z.unknown()) });

/** One message of it: what it says, and the name of the queue that it came from. */
export const sqsRecord = z
  .object({
    messageId: z.string().min(1),
    receiptHandle: z.string().min(1),
    body: z.string(),
    attributes: z.object({ ApproximateReceiveCount: z.coerce.number().int().min(1) }),
    messageAttributes: z.record(z.string(), attribute).default({}),
    /** `arn:aws:sqs:<region>:<account>:<queue>` */
    eventSourceARN: z.string().startsWith('arn:'),
  })
  .transform(({ attributes, body, eventSourceARN, messageAttributes, messageId, receiptHandle }) => ({
    queueName: eventSourceARN.slice(eventSourceARN.lastIndexOf(':') + 1),
    message: {
      id: messageId,
      body,
      receiptHandle,
      receiveCount: attributes.ApproximateReceiveCount,
      attributes: messageAttributes,
    },
  }));

export type DeliveredMessage = z.infer<typeof sqsRecord>['message'];

const named = z.object({ messageId: z.string().min(1) });

/** The id of a record that may be broken otherwise; null when it has none. */
export function messageIdOf(record: unknown): string | null {
  const parsed = named.safeParse(record);
  return parsed.success ? parsed.data.messageId : null;
}

/** AWS Lambda's answer with `ReportBatchItemFailures`: what is named here is delivered again, the rest is deleted. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** A record without an id cannot be named, and AWS Lambda takes a failure without a name for one of the whole batch. */
export const failuresOf = (records: readonly unknown[]): BatchResponse => ({
  batchItemFailures: records.flatMap((record) => {
    const itemIdentifier = messageIdOf(record);
    return itemIdentifier === null ? [] : [{ itemIdentifier }];
  }),
});
