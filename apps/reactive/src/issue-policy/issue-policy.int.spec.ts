import { randomUUID } from 'node:crypto';
import { documentPath, INQUIRE_FIRST_HEADER, WANTED_ATTEMPT_PATH } from '@app/contracts';
import type { PartnerManifest } from '@app/partner-registry';
import { systemClock } from '@app/platform';
import { createSqsClients, type SqsClients, SqsServer } from '@app/sns-sqs';
import { canonicalRequestOf, eventually, requiredVariable } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startReactive } from '../start-reactive.js';
import { issuanceRequestedEvent } from '../testing/issuance-requested-event.js';
import { issuanceError, issuedReply, schedule } from '../testing/issuing-in-memory.js';
import { issues, Neighbours, quoted, replies } from '../testing/neighbours.js';
import { QueueUnderTest } from '../testing/queues.js';
import { quoteRequestedEvent } from '../testing/quote-requested-event.js';
import { acmeGeneral, servicePartsFor } from '../testing/service-parts.js';

const QUEUE = 'policy-issuance-acme-general';
const QUOTES = 'quote-requested-motor-acme-general';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/**
 * One bad call opens its breaker for policies. It is asked for one at a time: no long poll is under way then, to which the
 * broker might still hand a message that nobody takes any more.
 */
function touchyAcme(probeAfterMs: number): PartnerManifest {
  const partner = acmeGeneral();
  const { issuance } = partner.operations;
  const breaker = { ...issuance.breaker, minimumCalls: 1, probeAfterMs };
  return { ...partner, operations: { ...partner.operations, issuance: { ...issuance, concurrency: 1, breaker } } };
}

describe('the reactive service at a partner’s issuance queue', () => {
  let clients: SqsClients;
  let queue: QueueUnderTest;
  let quotes: QueueUnderTest;
  let neighbours: Neighbours;
  const cleanUp: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    // A region of its own is an emulator of its own.
    const endpoint = requiredVariable('TEST_AWS_ENDPOINT_URL');
    clients = createSqsClients({ region: `test-${randomUUID()}`, endpoint, credentials }, 2);
    queue = await QueueUnderTest.create(clients.calls, QUEUE);
    quotes = await QueueUnderTest.create(clients.calls, QUOTES);
    neighbours = await Neighbours.open();
    cleanUp.push(
      async () => Object.values(clients).map((client) => client.destroy()),
      () => neighbours.shut(),
    );
  });

  afterEach(async () => {
    for (const clean of cleanUp.splice(0).reverse()) await clean();
  });

  /** The service as `main.ts` puts it together; the returned function stops it before its time. */
  async function start(partner: PartnerManifest): Promise<() => Promise<unknown>> {
    const { close, parts, stopRetrying } = servicePartsFor(neighbours, partner);
    const source = (name: string) => ({ name, deadLetterQueue: `${name}-dlq`, visibilityTimeoutSeconds: 5 });
    const service = await startReactive(parts, {
      openEvents: (gateOf) =>
        new SqsServer({
          queues: [
            { ...source(QUEUE), maxReceiveCount: 5, concurrency: 5, gate: gateOf(partner.id) },
            { ...source(QUOTES), maxReceiveCount: 3, concurrency: 100 },
          ],
          clients,
          closeWithinMs: 5_000,
          clock: systemClock,
          random: () => 0,
        }),
      internalPort: 0,
      host: '127.0.0.1',
    });
    let stopped: Promise<unknown> | undefined;
    const stopOnce = async () => {
      stopRetrying();
      await service.stop();
      await close();
    };
    const stop = () => (stopped ??= stopOnce());
    cleanUp.push(stop);
    return stop;
  }

  async function apply(): Promise<string> {
    const event = issuanceRequestedEvent({ applicationId: randomUUID() }, new Date());
    await queue.send(event);
    return event.data.applicationId;
  }

  const resultOf = (applicationId: string) =>
    eventually(() => {
      const result = neighbours.results.find((one) => one.applicationId === applicationId);
      if (result === undefined) throw new Error(`no result for ${applicationId}`);
      return result;
    });

  /** Something else that the service does meanwhile. */
  async function quote(): Promise<void> {
    const event = quoteRequestedEvent(canonicalRequestOf({ createdAt: new Date() }));
    await quotes.send(event);
    await neighbours.answerTo(event.data.requestId);
  }

  const issued = issuedReply([schedule]);
  const unknown = issuanceError('UNKNOWN', 'TIMEOUT');

  it('has the policy issued, posts it, hands over its documents and deletes the message', async () => {
    neighbours.adapter.answer = issues(issued);
    await start(acmeGeneral());
    const applicationId = await apply();
    expect(await resultOf(applicationId)).toMatchObject({ outcome: 'ISSUED', policyNumber: 'P-1' });
    await queue.isEmpty();
    expect(neighbours.policyCalls.map(({ headers }) => headers[INQUIRE_FIRST_HEADER])).toEqual(['false']);
    const documents = neighbours.business.calls.filter(({ path }) => path === documentPath(applicationId, schedule.id));
    expect(documents).toMatchObject([
      { method: 'PUT', body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } },
    ]);
    for (const { body, headers } of [...neighbours.adapter.calls, ...neighbours.business.calls]) {
      expect(neighbours.signer.isSigned(Buffer.from(body), headers)).toBe(true);
    }
  });

  it('inquires first about a message that comes again', async () => {
    const replies = [issuanceError('FAILED', 'UNAVAILABLE', { retryable: true }), issued];
    neighbours.adapter.answer = (call) => issues(replies[neighbours.policyCalls.length - 1] ?? issued)(call);
    await start(acmeGeneral());
    const applicationId = await apply();
    await eventually(() => expect(neighbours.results.map(({ outcome }) => outcome)).toEqual(['FAILED', 'ISSUED']));
    await resultOf(applicationId);
    await queue.isEmpty();
    expect(neighbours.policyCalls.map(({ headers }) => headers[INQUIRE_FIRST_HEADER])).toEqual(['false', 'true']);
  });

  it('makes a dead letter, with its cause, of a failure that lasts', async () => {
    neighbours.adapter.answer = issues(issuanceError('FAILED', 'AUTHORIZATION', { partnerCode: 'A-403' }));
    await start(acmeGeneral());
    await apply();
    expect(await queue.deadLetterReasons(1)).toEqual(['AUTHORIZATION A-403']);
    await queue.isEmpty();
  });

  it('leaves the queue alone while the breaker is open; quotes go on', async () => {
    neighbours.adapter.answer = issues(unknown);
    const stop = await start(touchyAcme(600_000));
    await resultOf(await apply());
    await queue.isEmpty();
    neighbours.adapter.answer = replies(quoted);
    for (let n = 0; n < 3; n += 1) await apply();
    for (let n = 0; n < 3; n += 1) await quote();
    await stop();
    expect(neighbours.policyCalls).toHaveLength(1);
    await queue.takeUntouched(3);
  });

  it('leaves the queue alone while the business service is away: its message is received once, then again', async () => {
    const { answer } = neighbours.business;
    neighbours.adapter.answer = issues(issued);
    neighbours.business.answer = (call) =>
      call.path === WANTED_ATTEMPT_PATH ? { status: 503, body: '' } : answer(call);
    const asked = () => neighbours.business.calls.filter(({ path }) => path === WANTED_ATTEMPT_PATH);
    await start(touchyAcme(1_000));
    const applicationId = await apply();
    await eventually(() => expect(asked().length).toBeGreaterThan(1));
    neighbours.business.answer = answer;
    await resultOf(applicationId);
    await queue.isEmpty();
    expect(asked().filter(({ body }) => body.includes(applicationId))).toHaveLength(2);
  });

  it('takes what has waited once a probe went well, each for the first time', async () => {
    neighbours.adapter.answer = issues(unknown);
    await start(touchyAcme(1_000));
    await resultOf(await apply());
    neighbours.adapter.answer = issues(issued);
    const applied = await Promise.all([apply(), apply(), apply()]);
    for (const id of applied) expect(await resultOf(id)).toMatchObject({ outcome: 'ISSUED' });
    await queue.isEmpty();
    expect(neighbours.policyCalls.map(({ headers }) => headers[INQUIRE_FIRST_HEADER])).toEqual(Array(4).fill('false'));
  });
});
