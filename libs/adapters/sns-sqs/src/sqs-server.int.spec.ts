import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, done, type MessageOutcome, reject, retryLater } from '@app/ports';
import { eventually } from '@app/testing';
import type { Message } from '@aws-sdk/client-sqs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, type INestMicroservice, Inject, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type AwsConnection, createSqsClients, type SqsClients } from './clients.js';
import { SqsContext } from './sqs-context.js';
import { type QueueOptions, SqsServer } from './sqs-server.js';
import { Door } from './testing/door.js';
import { emulatorConnection, emulatorUrl, QueueProbe } from './testing/emulator.js';
import { GateInMemory } from './testing/gate-in-memory.js';
import { eventJson } from './testing/messages.js';

const TYPE = 'quote.requested.v1';
const HANDLE = Symbol('handle');

type Handle = (data: unknown, context: SqsContext) => Promise<MessageOutcome | undefined>;

@Controller()
class QuoteController {
  constructor(@Inject(HANDLE) private readonly handle: Handle) {}

  @EventPattern<string>(TYPE)
  requested(@Payload() event: { data: unknown }, @Ctx() context: SqsContext) {
    return this.handle(event.data, context);
  }
}

@Module({})
class QuoteModule {}

const clock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, signal && { signal }).catch(() => undefined),
};

async function letterIn(letters: QueueProbe): Promise<Message> {
  const letter = await letters.receive();
  if (letter === undefined) throw new Error('no dead letter');
  return letter;
}

/** Rejects when a queue could not be reached at the last attempt. */
const healthOf = (server: SqsServer) => Promise.all(server.queueHealth.map((queue) => queue.check()));

const EMPTY = { waiting: 0, inHand: 0 };

describe('a Nest application on SQS', () => {
  let connection: AwsConnection;
  let clients: SqsClients;
  let queue: QueueProbe;
  let deadLetters: QueueProbe;
  let service: INestMicroservice;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeAll(() => Logger.overrideLogger(false));

  beforeEach(async () => {
    connection = emulatorConnection();
    clients = createSqsClients(connection, 1);
    cleanUp.push(async () => Object.values(clients).map((client) => client.destroy()));
    queue = await QueueProbe.create(clients.calls, 'quotes');
    deadLetters = await QueueProbe.create(clients.calls, 'quotes-dlq');
  });

  afterEach(async () => {
    for (const clean of cleanUp.splice(0).reverse()) await clean();
  });

  async function serve(handle: Handle, options: Partial<QueueOptions> = {}): Promise<SqsServer> {
    const server = new SqsServer({
      queues: [
        {
          name: 'quotes',
          deadLetterQueue: 'quotes-dlq',
          visibilityTimeoutSeconds: 30,
          maxReceiveCount: 3,
          concurrency: 100,
          ...options,
        },
      ],
      clients,
      clock,
      random: () => 0,
      closeWithinMs: 10_000,
    });
    const module = {
      module: QuoteModule,
      controllers: [QuoteController],
      providers: [{ provide: HANDLE, useValue: handle }],
    };
    service = await NestFactory.createMicroservice(module, { strategy: server, logger: false });
    cleanUp.push(() => service.close());
    await service.listen();
    return server;
  }

  /** A handler that remembers what it got; `outcomeOf` decides. */
  function remembering(outcomeOf: Handle = async () => done) {
    const seen: unknown[] = [];
    const handle: Handle = (data, context) => {
      seen.push(data);
      return outcomeOf(data, context);
    };
    return { seen, handle };
  }

  it('hands over every event once and leaves the queue empty', async () => {
    const { seen, handle } = remembering();
    await serve(handle);
    for (const tens of [0, 10, 20]) {
      await queue.send(...Array.from({ length: 10 }, (_, n) => eventJson(TYPE, tens + n)));
    }
    await eventually(() => expect(seen).toHaveLength(30));
    expect(new Set(seen).size).toBe(30);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it('lets no message wait for a slow one that came with it', async () => {
    const slow = Promise.withResolvers<MessageOutcome>();
    const { seen, handle } = remembering(async (data) => (data === 'slow' ? slow.promise : done));
    await serve(handle);
    await queue.send(eventJson(TYPE, 'slow'), eventJson(TYPE, 'with it'));
    await eventually(() => expect(seen).toContain('with it'));
    await queue.send(eventJson(TYPE, 'after it'));
    await eventually(() => expect(seen).toContain('after it'));
    slow.resolve(done);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it('tells the handler how often the message was received, and by which queue and with which attributes', async () => {
    const contexts: SqsContext[] = [];
    await serve(async (_, context) => {
      contexts.push(context);
      return context.receiveCount < 2 ? retryLater(1) : done;
    });
    await queue.send(eventJson(TYPE));
    await eventually(() => expect(contexts.map(({ receiveCount }) => receiveCount)).toEqual([1, 2]));
    expect(contexts[0]?.queueName).toBe('quotes');
    expect(contexts[0]?.attributes).toEqual({ partnerId: 'acme-general' });
  });

  it('delivers again what a handler failed on, and what it returned no outcome for', async () => {
    const { seen, handle } = remembering(async (_, { receiveCount }) => {
      if (receiveCount === 1) throw new Error('a bug');
      return receiveCount === 2 ? undefined : done;
    });
    await serve(handle);
    await queue.send(eventJson(TYPE, 'stubborn'));
    await eventually(() => expect(seen).toEqual(['stubborn', 'stubborn', 'stubborn']));
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it('takes over what a killed consumer had in hand', async () => {
    await queue.send(eventJson(TYPE, 'left behind'));
    await queue.receive();
    const { seen, handle } = remembering();
    await serve(handle);
    await eventually(() => expect(seen).toEqual(['left behind']));
  });

  it('keeps a message to itself for as long as its handler works', async () => {
    const slow = Promise.withResolvers<MessageOutcome>();
    const { seen, handle } = remembering(() => slow.promise);
    await serve(handle, { visibilityTimeoutSeconds: 1, concurrency: 1 });
    await queue.send(eventJson(TYPE, 'long work'));
    await eventually(() => expect(seen).toHaveLength(1));
    expect(await queue.receive()).toBeUndefined();
    slow.resolve(done);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it.each([
    ['no JSON', '{"type":', 'not JSON'],
    [
      'of a type that nobody handles',
      eventJson('quote.requested.v9'),
      'no handler for events of type quote.requested.v9',
    ],
    ['rejected by its handler', eventJson(TYPE, 'poison'), 'broken at /data'],
  ])('moves what is %s to the dead-letter queue as it came, with the reason', async (_, body, reason) => {
    await serve(async () => reject('broken at /data'));
    await queue.send(body);
    const letter = await eventually(() => letterIn(deadLetters));
    expect(letter.Body).toBe(body);
    expect(letter.MessageAttributes?.reason?.StringValue).toBe(reason);
    expect(letter.MessageAttributes?.partnerId?.StringValue).toBe('acme-general');
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it('lets no message wait for poison that came with it', async () => {
    const { seen, handle } = remembering(async (data) => (data === 'poison' ? reject('broken at /data') : done));
    await serve(handle);
    await queue.send(
      eventJson(TYPE, 1),
      'no JSON',
      eventJson(TYPE, 2),
      eventJson('quote.requested.v2', 3),
      eventJson(TYPE, 'poison'),
      eventJson(TYPE, 4),
    );
    await eventually(async () => expect(await deadLetters.count()).toMatchObject({ waiting: 3 }));
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
    expect(new Set(seen)).toEqual(new Set([1, 2, 4, 'poison']));
  });

  it('says in the dead letter that a handler failed on every delivery', async () => {
    const { seen, handle } = remembering(() => Promise.reject(new Error('Asha Rao cannot be mapped')));
    await serve(handle, { maxReceiveCount: 2 });
    await queue.send(eventJson(TYPE, 'poison'));
    const letter = await eventually(() => letterIn(deadLetters));
    expect(letter.MessageAttributes?.reason?.StringValue).toBe(
      `the handler of ${TYPE} failed, and this was delivery 2`,
    );
    expect(seen).toEqual(['poison', 'poison']);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  });

  it('leaves a rejected message to the redrive policy while its dead-letter queue cannot be written', async () => {
    const redriven = await QueueProbe.create(clients.calls, 'redriven');
    await queue.redriveTo(redriven, 2);
    const { seen, handle } = remembering(async (data) => (data === 'poison' ? reject('broken') : done));
    await serve(handle, { deadLetterQueue: 'not-there', visibilityTimeoutSeconds: 1 });
    await queue.send(eventJson(TYPE, 'poison'), eventJson(TYPE, 'with it'));
    const letter = await eventually(() => letterIn(redriven));
    expect(letter.MessageAttributes?.reason).toBeUndefined();
    expect(seen.toSorted()).toEqual(['poison', 'poison', 'with it']);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
  }, 30_000);

  it('finishes what is in hand before it has closed, and takes nothing new', async () => {
    const slow = Promise.withResolvers<MessageOutcome>();
    const { seen, handle } = remembering(() => slow.promise);
    await serve(handle);
    await queue.send(eventJson(TYPE, 'in hand'));
    await eventually(() => expect(seen).toEqual(['in hand']));
    const closed = service.close();
    await queue.send(eventJson(TYPE, 'too late'));
    slow.resolve(done);
    await closed;
    expect(seen).toEqual(['in hand']);
    const { waiting, inHand } = await queue.count();
    expect(waiting + inHand).toBe(1);
  });

  it('leaves messages where they are while its gate is closed, uncounted, and is healthy', async () => {
    const gate = new GateInMemory(Number.POSITIVE_INFINITY);
    const counts: number[] = [];
    const server = await serve(
      async (_, { receiveCount }) => {
        counts.push(receiveCount);
        return done;
      },
      { gate },
    );
    gate.set(0);
    await queue.send(eventJson(TYPE, 'one'), eventJson(TYPE, 'two'));
    expect(await queue.count()).toEqual({ waiting: 2, inHand: 0 });
    await healthOf(server);
    gate.set(1);
    await eventually(async () => expect(await queue.count()).toEqual(EMPTY));
    expect(counts).toEqual([1, 1]);
  });

  it('recovers by itself when the endpoint comes up late, or goes away and returns', async () => {
    const door = new Door(emulatorUrl());
    await door.open();
    await door.shut();
    cleanUp.push(() => door.shut());
    clients = createSqsClients({ ...connection, endpoint: door.url }, 1);
    const { seen, handle } = remembering();
    const server = await serve(handle, { visibilityTimeoutSeconds: 1 });
    await queue.send(eventJson(TYPE, 'early'));
    await expect(healthOf(server)).rejects.toThrow('Queue quotes cannot be reached');

    await door.open();
    await eventually(() => expect(seen).toEqual(['early']));
    await healthOf(server);

    await door.shut();
    await eventually(() => expect(healthOf(server)).rejects.toThrow('Queue quotes cannot be reached'));
    await queue.send(eventJson(TYPE, 'meanwhile'));
    await door.open();
    await eventually(() => expect(seen).toEqual(['early', 'meanwhile']));
  }, 30_000);
});
