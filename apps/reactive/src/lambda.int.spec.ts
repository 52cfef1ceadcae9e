import { randomUUID } from 'node:crypto';
import { INQUIRE_FIRST_HEADER } from '@app/contracts';
import { partnersOfDomain } from '@app/partner-registry';
import { createSqsClients, type SqsClients } from '@app/sns-sqs';
import { canonicalRequestOf, requiredVariable } from '@app/testing';
import type { Message } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { handler as Handler } from './lambda.js';
import { adapterUrlName } from './reactive.settings.js';
import { APPLICATION_ID, issuanceRequestedEvent } from './testing/issuance-requested-event.js';
import { issuedReply, schedule } from './testing/issuing-in-memory.js';
import { issues, Neighbours } from './testing/neighbours.js';
import { QueueUnderTest } from './testing/queues.js';
import { quoteRequestedEvent } from './testing/quote-requested-event.js';
import { standardRecord } from './testing/sqs-events.js';

const ACME = 'quote-requested-motor-acme-general';
const POLICIES = 'policy-issuance-acme-general';
/** Of a partner whose dead-letter queue nobody has created. */
const BABBAGE = 'quote-requested-motor-babbage-lovelace';

const arnOf = (queue: string) => `arn:aws:sqs:ap-south-1:123456789012:${queue}`;

/** The message that SQS delivered, as the event source hands it over. */
const recordOf = ({ Attributes, Body, MessageId, ReceiptHandle }: Message, queue: string) =>
  standardRecord({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: { ...Attributes },
    eventSourceARN: arnOf(queue),
  });

describe('the reactive service as an AWS Lambda function', () => {
  const region = `test-${randomUUID()}`;
  const environment = process.env;
  let clients: SqsClients;
  let neighbours: Neighbours;
  let acme: QueueUnderTest;
  let babbage: QueueUnderTest;
  let policies: QueueUnderTest;
  let handler: typeof Handler;

  beforeAll(async () => {
    const endpoint = requiredVariable('TEST_AWS_ENDPOINT_URL');
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    clients = createSqsClients({ region, endpoint, credentials }, 1);
    neighbours = await Neighbours.open();
    acme = await QueueUnderTest.create(clients.calls, ACME);
    policies = await QueueUnderTest.create(clients.calls, POLICIES);
    babbage = await QueueUnderTest.create(clients.calls, BABBAGE, 'somewhere-else');
    process.env = {
      ...environment,
      LOG_LEVEL: 'silent',
      PRODUCT_DOMAIN: 'motor',
      CALLBACK_URL: neighbours.business.url,
      INTERNAL_SIGNING_KEYS: neighbours.signingKey,
      AWS_REGION: region,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...Object.fromEntries(partnersOfDomain('motor').map(({ id }) => [adapterUrlName(id), neighbours.adapter.url])),
    };
    ({ handler } = await import('./lambda.js'));
  });

  afterAll(async () => {
    process.env = environment;
    await neighbours.shut();
    for (const client of Object.values(clients)) client.destroy();
  });

  const invoke = (records: readonly unknown[], remainingMs = 30_000) =>
    handler({ Records: records }, { getRemainingTimeInMillis: () => remainingMs });

  const newEvent = (partner?: string) => quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() }), partner);

  async function delivered(body: unknown, queue = acme, name = ACME) {
    await queue.send(body);
    return recordOf(await queue.take(), name);
  }

  it('answers what is good and puts poison aside with its reason, in one batch', async () => {
    const good = newEvent();
    const records = [
      await delivered({ ...newEvent(), type: 'quote.requested.v2' }),
      await delivered(good),
      await delivered('no JSON'),
    ];
    expect(await invoke(records)).toEqual({ batchItemFailures: [] });
    expect(await neighbours.answerTo(good.data.requestId)).toMatchObject({ status: 'QUOTED' });
    expect(await acme.deadLetterReasons(2)).toEqual(['no handler for events of type quote.requested.v2', 'not JSON']);
  });

  it('leaves poison where it is when it cannot be put aside, and what came with it is answered', async () => {
    const good = newEvent();
    const poison = await delivered('no JSON', babbage, BABBAGE);
    expect(await invoke([poison, await delivered(good)])).toEqual({
      batchItemFailures: [{ itemIdentifier: poison.messageId }],
    });
    await neighbours.answerTo(good.data.requestId);
  });

  it('lets a message come back soon when nobody takes its answer', async () => {
    const record = await delivered(newEvent());
    await neighbours.business.shut();
    expect(await invoke([record], 4_000)).toEqual({ batchItemFailures: [{ itemIdentifier: record.messageId }] });
    await neighbours.business.open();
    const again = recordOf(await acme.take(), ACME);
    expect(again.messageId).toBe(record.messageId);
    expect(await invoke([again])).toEqual({ batchItemFailures: [] });
  });

  it('has policies issued, and inquires first about those that come again', async () => {
    const { answer } = neighbours.adapter;
    neighbours.adapter.answer = issues(issuedReply([schedule]));
    const event = issuanceRequestedEvent();
    const record = await delivered(event, policies, POLICIES);
    expect(await invoke([record])).toEqual({ batchItemFailures: [] });
    const again = { ...record, attributes: { ...record.attributes, ApproximateReceiveCount: '2' } };
    expect(await invoke([again])).toEqual({ batchItemFailures: [] });
    neighbours.adapter.answer = answer;
    expect(neighbours.results).toMatchObject(Array(2).fill({ applicationId: APPLICATION_ID, outcome: 'ISSUED' }));
    expect(neighbours.policyCalls.map(({ headers }) => headers[INQUIRE_FIRST_HEADER])).toEqual(['false', 'true']);
  });

  it('asks for a policy no longer than the function may run, and says that nobody knows', async () => {
    const { answer } = neighbours.adapter;
    neighbours.adapter.answer = () => 'silent';
    const event = issuanceRequestedEvent({ applicationId: randomUUID() });
    expect(await invoke([await delivered(event, policies, POLICIES)], 3_600)).toEqual({ batchItemFailures: [] });
    neighbours.adapter.answer = answer;
    expect(neighbours.results.at(-1)).toMatchObject({
      applicationId: event.data.applicationId,
      outcome: 'UNKNOWN',
      error: { category: 'TIMEOUT' },
    });
  });

  it('asks a partner no longer than the function may run, and says that it timed out', async () => {
    const event = newEvent();
    const { answer } = neighbours.adapter;
    neighbours.adapter.answer = () => 'silent';
    expect(await invoke([await delivered(event)], 3_600)).toEqual({ batchItemFailures: [] });
    neighbours.adapter.answer = answer;
    expect(await neighbours.answerTo(event.data.requestId)).toMatchObject({
      status: 'FAILED',
      error: { category: 'TIMEOUT' },
    });
  });
});
