import { randomUUID } from 'node:crypto';
import { type RunningService, systemClock } from '@app/platform';
import { createSqsClients, type SqsClients, SqsServer } from '@app/sns-sqs';
import { canonicalRequestOf, eventually, requiredVariable, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startReactive } from '../start-reactive.js';
import { Neighbours } from '../testing/neighbours.js';
import { QueueUnderTest } from '../testing/queues.js';
import { quoteRequestedEvent } from '../testing/quote-requested-event.js';
import { acmeGeneral, servicePartsFor } from '../testing/service-parts.js';

const QUEUE = 'quote-requested-motor-acme-general';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const problem = z.object({ detail: z.string() });

describe('the internal port of the reactive service', () => {
  const region = `test-${randomUUID()}`;
  let neighbours: Neighbours;
  let broker: TcpProxy;
  let queue: QueueUnderTest;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    const endpoint = requiredVariable('TEST_AWS_ENDPOINT_URL');
    neighbours = await Neighbours.open();
    broker = await TcpProxy.start(endpoint);
    queue = await QueueUnderTest.create(clientsOf(endpoint).calls, QUEUE);
    cleanUp.unshift(
      () => neighbours.shut(),
      () => broker.close(),
    );
  });

  afterEach(async () => {
    for (const clean of cleanUp.splice(0).reverse()) await clean();
  });

  function clientsOf(endpoint: string): SqsClients {
    const clients = createSqsClients({ region, endpoint, credentials }, 1);
    cleanUp.push(async () => Object.values(clients).map((client) => client.destroy()));
    return clients;
  }

  async function start(): Promise<RunningService> {
    const { close, parts, stopRetrying } = servicePartsFor(neighbours, acmeGeneral());
    const options = { name: QUEUE, deadLetterQueue: `${QUEUE}-dlq`, visibilityTimeoutSeconds: 2, maxReceiveCount: 3 };
    const events = new SqsServer({
      queues: [{ ...options, concurrency: 100 }],
      clients: clientsOf(broker.url),
      clock: systemClock,
      random: () => 0,
      closeWithinMs: 5_000,
    });
    const service = await startReactive(parts, { openEvents: () => events, internalPort: 0, host: '127.0.0.1' });
    cleanUp.push(async () => {
      stopRetrying();
      await service.stop();
      await close();
    });
    return service;
  }

  const get = (service: RunningService, path: string) => fetch(`http://127.0.0.1:${service.ports.internal}${path}`);

  const isReady = (service: RunningService) =>
    eventually(async () => expect((await get(service, '/health/ready')).status).toBe(200), { attempts: 1_500 });

  /** Not ready, with the queue's name, and alive all the same. */
  const isWaiting = (service: RunningService) =>
    eventually(async () => {
      const ready = await get(service, '/health/ready');
      expect(ready.status).toBe(503);
      expect(problem.parse(await ready.json()).detail).toContain(QUEUE);
      expect((await get(service, '/health/live')).status).toBe(200);
    });

  async function ask(): Promise<string> {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() }));
    await queue.send(event);
    return event.data.requestId;
  }

  it('is unready while the broker is away, and recovers by itself', async () => {
    const service = await start();
    await isReady(service);
    broker.cut();
    await isWaiting(service);
    const requestId = await ask();
    broker.mend();
    await isReady(service);
    expect(await neighbours.answerTo(requestId)).toMatchObject({ status: 'QUOTED' });
    await queue.isEmpty();
  }, 30_000);

  it('may be started before the broker', async () => {
    broker.cut();
    const service = await start();
    await isWaiting(service);
    broker.mend();
    await isReady(service);
    expect(await neighbours.answerTo(await ask())).toMatchObject({ status: 'QUOTED' });
  }, 30_000);

  it('is good while an integration service and the business service are away', async () => {
    const service = await start();
    await Promise.all([neighbours.adapter.shut(), neighbours.business.shut()]);
    const requestId = await ask();
    await isReady(service);
    await neighbours.business.open();
    expect(await neighbours.answerTo(requestId)).toMatchObject({ status: 'FAILED' });
    expect((await get(service, '/health/ready')).status).toBe(200);
  });

  it('shows what this replica holds of its partners, and what it has heard of the fleet', async () => {
    const acmeIsOffline = { partner: 'acme-general', state: 'OFFLINE', forced: true, until: null } as const;
    neighbours.states = { partners: [acmeIsOffline] };
    const service = await start();
    await eventually(async () => {
      const shown = await get(service, '/status/partners');
      expect(shown.status).toBe(200);
      expect(await shown.json()).toMatchObject({
        replicaId: 'replica-1',
        service: 'reactive/motor',
        operations: [
          { partner: 'acme-general', operation: 'quote' },
          { partner: 'acme-general', operation: 'issuance' },
        ],
        fleet: { partners: [acmeIsOffline] },
      });
    });
  });

  it('costs an offline partner its own row at once, without a call', async () => {
    neighbours.states = { partners: [{ partner: 'acme-general', state: 'OFFLINE', forced: false, until: null }] };
    const service = await start();
    await eventually(async () => {
      expect(await (await get(service, '/status/partners')).json()).toMatchObject({ fleet: { partners: [{}] } });
    });
    const answer = await neighbours.answerTo(await ask());
    expect(answer).toMatchObject({ status: 'FAILED', attempts: 0, error: { category: 'UNAVAILABLE' } });
    expect(neighbours.adapter.calls).toEqual([]);
  });
});
