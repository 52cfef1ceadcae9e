import { randomUUID } from 'node:crypto';
import { PARTNER_ANSWERS_PATH, type PartnerReply, partnerAnswer, partnerReply, WANTED_PATH } from '@app/contracts';
import { findPartner, type PartnerManifest } from '@app/partner-registry';
import { CallSigner, createLogger, type RunningService, systemClock } from '@app/platform';
import { createSqsClients, type SqsClients, SqsServer } from '@app/sns-sqs';
import { canonicalErrorOf, canonicalRequestOf, eventually, offer, requiredVariable } from '@app/testing';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CallbackAnswerSink } from './answer-quote/callback-answer-sink.js';
import { CallbackClient } from './answer-quote/callback-client.js';
import { HttpPartnerGateway } from './answer-quote/http-partner-gateway.js';
import { HttpWantedQuotes } from './answer-quote/http-wanted-quotes.js';
import { startReactive } from './start-reactive.js';
import { quoteRequestedEvent } from './testing/quote-requested-event.js';
import { type ReceivedCall, type ScriptedAnswer, ScriptedServer } from './testing/scripted-server.js';

const QUEUE = 'quote-requested-motor-acme-general';
const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const logger = createLogger('test', 'silent');
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const answers = z.array(partnerAnswer);

const quoted = partnerReply.parse({
  outcome: 'ANSWERED',
  status: 'QUOTED',
  offers: [offer()],
  declines: [],
  error: null,
});

const replies = (reply: PartnerReply) => (): ScriptedAnswer => ({ body: JSON.stringify(reply) });

/** Stores every answer; every request is still wanted. */
const storesAll = ({ path, body }: ReceivedCall): ScriptedAnswer => {
  if (path === WANTED_PATH) return { body: JSON.stringify({ unwanted: [] }) };
  const results = answers
    .parse(JSON.parse(body))
    .map(({ requestId, partner }) => ({ requestId, partner, result: 'STORED' }));
  return { body: JSON.stringify({ results }) };
};

function acmeWith(breaker: Partial<PartnerManifest['operations']['quote']['breaker']> = {}): PartnerManifest {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  const { quote } = partner.operations;
  return { ...partner, operations: { quote: { ...quote, breaker: { ...quote.breaker, ...breaker } } } };
}

describe('the reactive service between a queue, an integration service and the callback API', () => {
  const endpoint = requiredVariable('TEST_AWS_ENDPOINT_URL');
  let clients: SqsClients;
  let queueUrl: string;
  let deadLettersUrl: string;
  let adapter: ScriptedServer;
  let business: ScriptedServer;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    // A region of its own is an emulator of its own.
    clients = createSqsClients({ region: `test-${randomUUID()}`, endpoint, credentials }, 1);
    queueUrl = await createQueue(QUEUE);
    deadLettersUrl = await createQueue(`${QUEUE}-dlq`);
    adapter = new ScriptedServer(replies(quoted));
    business = new ScriptedServer(storesAll);
    await Promise.all([adapter.open(), business.open()]);
    cleanUp.push(
      async () => Object.values(clients).map((client) => client.destroy()),
      () => Promise.all([adapter.shut(), business.shut()]),
    );
  });

  afterEach(async () => {
    for (const clean of cleanUp.splice(0).reverse()) await clean();
  });

  async function createQueue(QueueName: string): Promise<string> {
    return (await clients.calls.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '';
  }

  /** The service as `main.ts` puts it together, with a short visibility timeout. */
  async function start(partner = acmeWith(), closeWithinMs = 5_000): Promise<RunningService> {
    const adapterUrls = new Map([[partner.id, adapter.url]]);
    const gateway = new HttpPartnerGateway({ adapterUrls, signer, clock: systemClock });
    const client = new CallbackClient({ callbackUrl: business.url, signer });
    const sink = new CallbackAnswerSink({ client, clock: systemClock, random: Math.random, logger });
    const wanted = new HttpWantedQuotes({ businessUrl: business.url, signer, clock: systemClock, logger });
    const queue = { name: QUEUE, deadLetterQueue: `${QUEUE}-dlq`, visibilityTimeoutSeconds: 1, concurrency: 100 };
    const events = new SqsServer({
      queues: [queue],
      clients,
      closeWithinMs,
      clock: systemClock,
      random: () => 0,
    });
    const service = await startReactive(
      { partners: [partner], gateway, sink, wanted, clock: systemClock, newId: randomUUID, random: () => 0, logger },
      { events, internalPort: 0, host: '127.0.0.1' },
    );
    cleanUp.push(async () => {
      sink.stopRetrying();
      await service.stop();
      await Promise.all([gateway.close(), client.close(), wanted.close()]);
    });
    return service;
  }

  async function ask(deadlineMs = 20_000): Promise<string> {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date(), deadlineMs }));
    await send(JSON.stringify(event));
    return event.data.requestId;
  }

  const send = (MessageBody: string) => clients.calls.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));

  const posted = () =>
    business.calls
      .filter(({ path }) => path === PARTNER_ANSWERS_PATH)
      .flatMap(({ body }) => answers.parse(JSON.parse(body)));

  const firstAnswerTo = (requestId: string) =>
    eventually(() => {
      const answer = posted().find((one) => one.requestId === requestId);
      if (answer === undefined) throw new Error(`no answer to ${requestId}`);
      return answer;
    });

  const queueIsEmpty = () =>
    eventually(async () => {
      const { Attributes } = await clients.calls.send(
        new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
      );
      expect(Attributes).toMatchObject({
        ApproximateNumberOfMessages: '0',
        ApproximateNumberOfMessagesNotVisible: '0',
      });
    });

  const isReady = async ({ ports }: RunningService) =>
    (await fetch(`http://127.0.0.1:${ports.internal}/health/ready`)).status === 200;

  it('asks the partner of each event, posts the answer and deletes the message', async () => {
    await start();
    const ids = await Promise.all([ask(), ask(), ask()]);
    for (const id of ids) {
      expect(await firstAnswerTo(id)).toMatchObject({ partner: 'acme-general', status: 'QUOTED', attempts: 1 });
    }
    await queueIsEmpty();
    expect(posted()).toHaveLength(3);
    for (const { body, headers } of [...adapter.calls, ...business.calls]) {
      expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
    }
  });

  it('posts again what a process left unacknowledged when it ended', async () => {
    business.answer = () => 'silent';
    await start(acmeWith(), 1);
    const id = await ask();
    await firstAnswerTo(id);
    await cleanUp.pop()?.();
    const before = posted().length;
    business.answer = storesAll;
    await start();
    await eventually(() => expect(posted().length).toBeGreaterThan(before), { attempts: 1_500 });
    expect(new Set(posted().map(({ requestId }) => requestId))).toEqual(new Set([id]));
    await queueIsEmpty();
  }, 30_000);

  it('is not troubled by an event that comes twice', async () => {
    await start();
    const event = JSON.stringify(quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() })));
    await send(event);
    await send(event);
    await eventually(() => expect(posted()).toHaveLength(2));
    await queueIsEmpty();
  });

  it('holds an answer while the callback API is away', async () => {
    await business.shut();
    const service = await start();
    const id = await ask();
    await eventually(() => expect(adapter.calls).toHaveLength(1));
    expect(await isReady(service)).toBe(true);
    await business.open();
    expect(await firstAnswerTo(id)).toMatchObject({ status: 'QUOTED' });
    await queueIsEmpty();
    expect(adapter.calls).toHaveLength(1);
  });

  it('answers UNAVAILABLE for a partner whose integration service is down, and stays ready', async () => {
    await adapter.shut();
    const service = await start();
    const answer = await firstAnswerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 3, error: { category: 'UNAVAILABLE' } });
    expect(await isReady(service)).toBe(true);
  });

  it('answers TIMEOUT when the partner stays silent, before the deadline', async () => {
    adapter.answer = () => 'silent';
    const partner = acmeWith();
    const { quote } = partner.operations;
    await start({ ...partner, operations: { quote: { ...quote, timeoutMs: 100 } } });
    const answer = await firstAnswerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 2, error: { category: 'TIMEOUT' } });
  });

  it('stops calling a partner that keeps failing, and says so in its answers', async () => {
    adapter.answer = replies({
      outcome: 'FAILED',
      error: canonicalErrorOf({ category: 'PARTNER_INTERNAL', retryable: false }),
    });
    await start(acmeWith({ minimumCalls: 3, probeAfterMs: 60_000 }));
    for (let n = 0; n < 3; n += 1) await firstAnswerTo(await ask());
    const answer = await firstAnswerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 0, error: { category: 'CIRCUIT_OPEN' } });
    expect(adapter.calls).toHaveLength(3);
    await queueIsEmpty();
  });

  it('asks nobody for what comes too late', async () => {
    await ask(1);
    await start();
    await queueIsEmpty();
    expect([adapter.calls, business.calls]).toEqual([[], []]);
  });

  it('asks nobody about a request that waited in the queue until its consent was withdrawn', async () => {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date(Date.now() - 2_000) }));
    business.answer = () => ({ body: JSON.stringify({ unwanted: [event.data.requestId] }) });
    await send(JSON.stringify(event));
    await start();
    await eventually(() => expect(business.calls).toHaveLength(1));
    await queueIsEmpty();
    expect(business.calls.map(({ path }) => path)).toEqual([WANTED_PATH]);
    expect(adapter.calls).toEqual([]);
  });

  it('puts an event that breaks its schema into the dead-letter queue', async () => {
    await start();
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() }));
    await send(JSON.stringify({ ...event, data: { ...event.data, sealed: '' } }));
    const letter = await eventually(async () => {
      const command = new ReceiveMessageCommand({ QueueUrl: deadLettersUrl, MessageAttributeNames: ['All'] });
      const [message] = (await clients.calls.send(command)).Messages ?? [];
      if (message === undefined) throw new Error('no dead letter');
      return message;
    });
    expect(letter.MessageAttributes?.reason?.StringValue).toBe('not a quote.requested.v1: /data/sealed RANGE');
    await queueIsEmpty();
  });

  it('is not ready while its queues cannot be reached', async () => {
    const lost = createSqsClients({ region: 'nowhere', endpoint: 'http://127.0.0.1:1', credentials }, 1);
    cleanUp.push(async () => Object.values(clients).map((client) => client.destroy()));
    clients = lost;
    const service = await start();
    expect(await isReady(service)).toBe(false);
  });
});
