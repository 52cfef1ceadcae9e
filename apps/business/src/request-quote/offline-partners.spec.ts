import { eventSchema, quoteAnswered, quoteCompleted, quoteRequested } from '@app/contracts';
import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { accepted, get, postAnswers, postRequest, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, OPS_KEY, startUnderTest } from '../testing/business-under-test.js';

const CREATED_AT = '2026-11-23T10:00:00.000Z';

describe('a quote request to partners of which some are offline', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const set = async (state: string, ...partners: string[]) => {
    for (const partner of partners) {
      const put = request(business.api).put(`/v1/ops/partners/${partner}/state`);
      await put.set('authorization', `Bearer ${OPS_KEY}`).send({ state, reason: 'maintenance' }).expect(200);
    }
  };
  const ask = () => accepted(business, requestToTwo());
  const resultOf = async (id: string) => (await get(business, `/v1/quote-requests/${id}/quotes`).expect(200)).body;
  const published = (count: number) =>
    eventually(() => {
      ports.clock.advance(60);
      const events = ports.publisher.published.map(({ body }) => JSON.parse(body));
      expect(events).toHaveLength(count);
      return events;
    });

  it('has their answer at once: FAILED, in the customer’s words, with nothing tried', async () => {
    await set('OFFLINE', 'acme-general');
    const task = await ask();
    expect(task).toMatchObject({ status: 'RUNNING', version: 1, partnersAsked: 2, answersReceived: 1 });
    const result = await resultOf(task.id);
    expect(result).toMatchObject({ version: 1, counts: { asked: 2, failed: 1, pending: 1 } });
    expect(result.answers).toContainEqual({
      ...{ partner: 'acme-general', partnerName: 'Acme General Insurance', status: 'FAILED', attempts: 0 },
      ...{ startedAt: CREATED_AT, finishedAt: CREATED_AT, late: false, partial: false, offers: [], declines: [] },
      error: {
        category: 'UNAVAILABLE',
        messageKey: 'partner.noAnswer',
        message: 'This insurer could not answer right now.',
      },
    });
  });

  it('asks the others only, and tells of the answer', async () => {
    await set('OFFLINE', 'acme-general');
    const { id } = await ask();
    const events = await published(2);
    const requested = events.filter(({ type }) => type === quoteRequested.type);
    expect(requested.map((event) => eventSchema(quoteRequested).parse(event).data.partner)).toEqual([
      'cogwheel-direct',
    ]);
    const answered = eventSchema(quoteAnswered).parse(events.find(({ type }) => type === quoteAnswered.type));
    expect(answered).toMatchObject({ subject: id, data: { partner: 'acme-general', status: 'FAILED', version: 1 } });
  });

  it('goes on with the versions after theirs, each an event of the stream', async () => {
    await set('OFFLINE', 'acme-general');
    const { id, links } = await ask();
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'cogwheel-direct' })]).expect(200);
    const stream = await get(business, links.events).expect(200);
    const ids = [...stream.text.matchAll(/^id: (\d+)$/gm)].map(([, version]) => version);
    expect(ids).toEqual(['1', '2', '3']);
    expect(await resultOf(id)).toMatchObject({ status: 'COMPLETED', version: 3, counts: { quoted: 1, failed: 1 } });
  });

  it('is complete at once when all of them are offline', async () => {
    await set('OFFLINE', 'acme-general', 'cogwheel-direct');
    const task = await ask();
    expect(task).toMatchObject({ status: 'COMPLETED', version: 3, partnersAsked: 2, answersReceived: 2 });
    const result = await resultOf(task.id);
    expect(result).toMatchObject({ version: 3, completedAt: CREATED_AT, counts: { failed: 2, pending: 0 } });
    await get(business, task.links.self).expect(303);
    const stream = await get(business, task.links.events).expect(200);
    expect([...stream.text.matchAll(/^id: (\d+)$/gm)].map(([, version]) => version)).toEqual(['1', '2', '3']);
    const events = await published(3);
    const types = [quoteAnswered.type, quoteAnswered.type, quoteCompleted.type];
    expect(events.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
    expect(events.filter(({ type }) => type === quoteAnswered.type).map(({ data }) => data.version)).toEqual([1, 2]);
  });

  it('is answered with the result when the client waits and all of them are offline', async () => {
    await set('OFFLINE', 'acme-general', 'cogwheel-direct');
    const { status, body } = await postRequest(business, requestToTwo()).set('prefer', 'wait=10');
    expect([status, body.status, body.counts.failed]).toEqual([200, 'COMPLETED', 2]);
  });

  it('has the same answer when it is repeated under its key, whatever has changed', async () => {
    await set('OFFLINE', 'acme-general');
    const post = () => postRequest(business, requestToTwo()).set('idempotency-key', 'once').expect(202);
    const first = await post();
    await set('ONLINE', 'acme-general');
    const second = await post();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ answersReceived: 1 });
  });

  it('asks them again as soon as they are not offline', async () => {
    await set('OFFLINE', 'acme-general');
    await set('AUTO', 'acme-general');
    expect(await ask()).toMatchObject({ answersReceived: 0, version: 1 });
  });

  it('keeps their answer when one comes all the same', async () => {
    await set('OFFLINE', 'acme-general');
    const { id } = await ask();
    const answers = [quotedAnswer({ requestId: id, partner: 'acme-general' })];
    const { body } = await postAnswers(business, answers).expect(200);
    expect(body.results).toMatchObject([{ result: 'DUPLICATE' }]);
    expect(await get(business, `/v1/quote-requests/${id}/quotes`, { authorization: `Bearer ${KEY}` })).toMatchObject({
      body: { counts: { failed: 1 } },
    });
  });
});
