import { randomUUID } from 'node:crypto';
import { WANTED_PATH } from '@app/contracts';
import type { PartnerManifest } from '@app/partner-registry';
import { type RunningService, systemClock } from '@app/platform';
import { createSqsClients, type SqsClients, SqsServer } from '@app/sns-sqs';
import { canonicalErrorOf, canonicalRequestOf, eventually, requiredVariable } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startReactive } from './start-reactive.js';
import { FleetInMemory } from './testing/fleet-in-memory.js';
import { Neighbours, replies } from './testing/neighbours.js';
import { QueueUnderTest } from './testing/queues.js';
import { quoteRequestedEvent } from './testing/quote-requested-event.js';
import type { ScriptedServer } from './testing/scripted-server.js';
import { acmeGeneral, servicePartsFor } from './testing/service-parts.js';

const QUEUE = 'quote-requested-motor-acme-general';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

function acmeWith(breaker: Partial<PartnerManifest['operations']['quote']['breaker']> = {}): PartnerManifest {
  const partner = acmeGeneral();
  const { quote } = partner.operations;
  return {
    ...partner,
    operations: { ...partner.operations, quote: { ...quote, breaker: { ...quote.breaker, ...breaker } } },
  };
}

const newEvent = (deadlineMs = 20_000) =>
  quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date(), deadlineMs }));

describe('the reactive service between a queue, an integration service and the callback API', () => {
  const endpoint = requiredVariable('TEST_AWS_ENDPOINT_URL');
  let clients: SqsClients;
  let queue: QueueUnderTest;
  let neighbours: Neighbours;
  let adapter: ScriptedServer;
  let business: ScriptedServer;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    // A region of its own is an emulator of its own.
    clients = createSqsClients({ region: `test-${randomUUID()}`, endpoint, credentials }, 1);
    queue = await QueueUnderTest.create(clients.calls, QUEUE);
    neighbours = await Neighbours.open();
    ({ adapter, business } = neighbours);
    cleanUp.push(
      async () => Object.values(clients).map((client) => client.destroy()),
      () => neighbours.shut(),
    );
  });

  afterEach(async () => {
    for (const clean of cleanUp.splice(0).reverse()) await clean();
  });

  /** The service as `main.ts` puts it together, with a short visibility timeout and a fleet that says nothing. */
  async function start(partner = acmeWith(), closeWithinMs = 5_000): Promise<RunningService> {
    const { close, parts, stopRetrying } = servicePartsFor(neighbours, partner);
    const options = { name: QUEUE, deadLetterQueue: `${QUEUE}-dlq`, visibilityTimeoutSeconds: 1, maxReceiveCount: 3 };
    const events = new SqsServer({
      queues: [{ ...options, concurrency: 100 }],
      clients,
      closeWithinMs,
      clock: systemClock,
      random: () => 0,
    });
    const doors = { openEvents: () => events, internalPort: 0, host: '127.0.0.1' };
    const service = await startReactive({ ...parts, fleet: new FleetInMemory() }, doors);
    cleanUp.push(async () => {
      stopRetrying();
      await service.stop();
      await close();
    });
    return service;
  }

  async function ask(deadlineMs?: number): Promise<string> {
    const event = newEvent(deadlineMs);
    await queue.send(event);
    return event.data.requestId;
  }

  const isReady = async ({ ports }: RunningService): Promise<boolean> =>
    (await fetch(`http://127.0.0.1:${ports.internal}/health/ready`)).status === 200;

  it('asks the partner of each event, posts the answer and deletes the message', async () => {
    await start();
    const ids = await Promise.all([ask(), ask(), ask()]);
    for (const id of ids) {
      expect(await neighbours.answerTo(id)).toMatchObject({ partner: 'acme-general', status: 'QUOTED', attempts: 1 });
    }
    await queue.isEmpty();
    expect(neighbours.posted).toHaveLength(3);
    for (const { body, headers } of [...adapter.calls, ...business.calls]) {
      expect(neighbours.signer.isSigned(Buffer.from(body), headers)).toBe(true);
    }
  });

  it('posts again what a process left unacknowledged when it ended', async () => {
    business.answer = () => 'silent';
    await start(acmeWith(), 1);
    const id = await ask();
    await neighbours.answerTo(id);
    await cleanUp.pop()?.();
    const before = neighbours.posted.length;
    business.answer = (call) => neighbours.takesAll(call);
    await start();
    await eventually(() => expect(neighbours.posted.length).toBeGreaterThan(before), { attempts: 1_500 });
    expect(new Set(neighbours.posted.map(({ requestId }) => requestId))).toEqual(new Set([id]));
    await queue.isEmpty();
  }, 30_000);

  it('is not troubled by an event that comes twice', async () => {
    await start();
    const event = newEvent();
    await queue.send(event, event);
    await eventually(() => expect(neighbours.posted).toHaveLength(2));
    await queue.isEmpty();
  });

  it('holds an answer while the callback API is away', async () => {
    await business.shut();
    const service = await start();
    const id = await ask();
    await eventually(() => expect(adapter.calls).toHaveLength(1));
    expect(await isReady(service)).toBe(true);
    await business.open();
    expect(await neighbours.answerTo(id)).toMatchObject({ status: 'QUOTED' });
    await queue.isEmpty();
    expect(adapter.calls).toHaveLength(1);
  });

  it('answers UNAVAILABLE for a partner whose integration service is down, and stays ready', async () => {
    await adapter.shut();
    const service = await start();
    const answer = await neighbours.answerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 3, error: { category: 'UNAVAILABLE' } });
    expect(await isReady(service)).toBe(true);
  });

  it('answers TIMEOUT when the partner was silent each time it was asked', async () => {
    adapter.answer = replies({
      outcome: 'FAILED',
      error: canonicalErrorOf({ category: 'TIMEOUT', retryable: true }),
    });
    await start();
    const answer = await neighbours.answerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 2, error: { category: 'TIMEOUT' } });
  });

  it('stops calling a partner that keeps failing, and says so in its answers', async () => {
    adapter.answer = replies({
      outcome: 'FAILED',
      error: canonicalErrorOf({ category: 'PARTNER_INTERNAL', retryable: false }),
    });
    await start(acmeWith({ minimumCalls: 3, probeAfterMs: 60_000 }));
    for (let n = 0; n < 3; n += 1) await neighbours.answerTo(await ask());
    const answer = await neighbours.answerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 0, error: { category: 'CIRCUIT_OPEN' } });
    expect(adapter.calls).toHaveLength(3);
    await queue.isEmpty();
  });

  it('asks nobody for what comes too late', async () => {
    await ask(1);
    await start();
    await queue.isEmpty();
    expect([adapter.calls, business.calls]).toEqual([[], []]);
  });

  it('asks nobody about a request that waited in the queue until its consent was withdrawn', async () => {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date(Date.now() - 2_000) }));
    business.answer = () => ({ body: JSON.stringify({ unwanted: [event.data.requestId] }) });
    await queue.send(event);
    await start();
    await eventually(() => expect(business.calls).toHaveLength(1));
    await queue.isEmpty();
    expect(business.calls.map(({ path }) => path)).toEqual([WANTED_PATH]);
    expect(adapter.calls).toEqual([]);
  });

  it('does not wait for what poison came with: ten are answered, two are dead letters with their reasons', async () => {
    const good = Array.from({ length: 10 }, () => newEvent());
    const broken = newEvent();
    await queue.send({ ...broken, data: { ...broken.data, sealed: '' } }, ...good, {
      ...newEvent(),
      type: 'quote.requested.v2',
    });
    await start();
    for (const { data } of good) await neighbours.answerTo(data.requestId);
    expect(await queue.deadLetterReasons(2)).toEqual([
      'no handler for events of type quote.requested.v2',
      'not a quote.requested.v1: /data/sealed RANGE',
    ]);
    await queue.isEmpty();
    expect(neighbours.posted).toHaveLength(10);
  });

  it('is not ready while its queues cannot be reached', async () => {
    const lost = createSqsClients({ region: 'nowhere', endpoint: 'http://127.0.0.1:1', credentials }, 1);
    cleanUp.push(async () => Object.values(clients).map((client) => client.destroy()));
    clients = lost;
    const service = await start();
    expect(await isReady(service)).toBe(false);
  });
});
