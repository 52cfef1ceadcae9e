import { eventually, inMemoryPorts, offer, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { accepted, get, postAnswers, postRequest, requestToTwo } from '../testing/api-calls.js';
import {
  type BusinessUnderTest,
  directoryOf,
  KEY,
  OTHER_KEY,
  PUBLIC_KEY,
  startUnderTest,
} from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';

describe('POST /v1/quote-requests/{id}/consent-withdrawals', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const withdraw = (id: string, headers: Record<string, string> = {}) =>
    request(business.api)
      .post(`/v1/quote-requests/${id}/consent-withdrawals`)
      .set({ authorization: `Bearer ${KEY}`, ...headers });
  const result = async (id: string) => (await get(business, `/v1/quote-requests/${id}/quotes`).expect(200)).body;
  const asked = () => ports.publisher.events('quote.requested.v1');

  it('declines for whoever has not answered, and completes the request', async () => {
    const { id } = await accepted(business, requestToTwo());
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200);
    const { status, text } = await withdraw(id);
    expect([status, text]).toEqual([204, '']);
    const { answers, ...rest } = await result(id);
    expect(rest).toMatchObject({ status: 'COMPLETED', version: 4, counts: { quoted: 1, declined: 1, pending: 0 } });
    expect(answers).toMatchObject([
      { partner: 'acme-general', status: 'QUOTED' },
      { partner: 'cogwheel-direct', status: 'DECLINED', declines: [{ code: 'CONSENT_WITHDRAWN', source: 'PLATFORM' }] },
    ]);
  });

  it('may be repeated, and changes nothing more then', async () => {
    const { id } = await accepted(business, requestToTwo());
    await withdraw(id).expect(204);
    const first = await result(id);
    ports.clock.advance(60_000);
    await withdraw(id).expect(204);
    expect(await result(id)).toEqual(first);
  });

  it('may come after everybody has answered', async () => {
    const { id } = await accepted(business, requestToTwo());
    const answers = ['acme-general', 'cogwheel-direct'].map((partner) => quotedAnswer({ requestId: id, partner }));
    await postAnswers(business, answers).expect(200);
    await withdraw(id).expect(204);
    expect(await result(id)).toMatchObject({ status: 'COMPLETED', counts: { quoted: 2 } });
    expect(ports.store().consents.get(id)?.withdrawnAt).toBe(ports.clock.now().toISOString());
  });

  it('keeps what is not yet sent from being sent', async () => {
    const gate = Promise.withResolvers<void>();
    ports.publisher.gate = gate.promise;
    const sent = await accepted(business, requestToTwo());
    await eventually(() => expect(ports.publisher.calls).toHaveLength(1));
    const waiting = await accepted(business, requestToTwo());
    await withdraw(waiting.id).expect(204);
    gate.resolve();
    await eventually(() => {
      ports.clock.advance(100);
      expect(ports.outbox.messages).toEqual([]);
    });
    expect(asked().map(({ subject }) => subject)).toEqual([sent.id, sent.id]);
    expect(ports.publisher.events('quote.completed.v1').map(({ subject }) => subject)).toEqual([waiting.id]);
  });

  it('takes no answers any more, late ones neither', async () => {
    const { id } = await accepted(business, requestToTwo());
    await withdraw(id).expect(204);
    const withdrawn = await result(id);
    const answer = quotedAnswer({ requestId: id, partner: 'acme-general', offers: [offer()] });
    expect((await postAnswers(business, [answer]).expect(200)).body.results[0].result).toBe('DUPLICATE');
    expect(await result(id)).toEqual(withdrawn);
  });

  it('wakes whoever waits for the result', async () => {
    const { id } = await accepted(business, requestToTwo());
    const held = get(business, `/v1/quote-requests/${id}/quotes`, {
      'if-none-match': '"1"',
      prefer: 'wait=20',
    }).then(({ body }) => body);
    await withdraw(id).expect(204);
    expect(await held).toMatchObject({ status: 'COMPLETED', version: 4, counts: { declined: 2 } });
  });

  it.each([
    ['an empty object', 'application/json', '{}'],
    ['any object', 'application/json', '{"reason":"none"}'],
    ['what is no JSON', 'application/json', '{'],
  ])('reads no body: %s is as good as none', async (_, type, body) => {
    const { id } = await accepted(business, requestToTwo());
    await withdraw(id).set('content-type', type).send(body).expect(204);
  });

  it('is for whoever may read the request: for others it does not exist', async () => {
    const { id, accessToken = '' } = await accepted(business, requestToTwo());
    const other = { authorization: `Bearer ${OTHER_KEY}` };
    const foreign = await withdraw(id, other).expect(404);
    const unknown = await withdraw(UNKNOWN, other).expect(404);
    const { instance: _, traceId: __, ...body } = foreign.body;
    expect(unknown.body).toMatchObject(body);
    await withdraw(id, { authorization: '' }).expect(401);
    await withdraw('not-an-id').expect(404);
    expect(await result(id)).toMatchObject({ status: 'RUNNING' });
    await withdraw(id, { ...other, 'x-access-token': accessToken }).expect(204);
  });

  it('asks the capability of a public client, and is not refused for the limit of its creations', async () => {
    const plan = { ratePerSecond: 200, burst: 200, perDay: 1_000_000, creationsPerSecond: 1 };
    const clients = { [PUBLIC_KEY]: { id: 'page', kind: 'PUBLIC', scopes: ['quotes'], plan } } as const;
    const limited = await startUnderTest(inMemoryPorts(), { doors: { clients: directoryOf(clients, ports.clock) } });
    const page = { authorization: `Bearer ${PUBLIC_KEY}` };
    const { id, accessToken } = (await postRequest(limited, requestToTwo()).set(page).expect(202)).body;
    await postRequest(limited, requestToTwo()).set(page).expect(429);
    const post = () => request(limited.api).post(`/v1/quote-requests/${id}/consent-withdrawals`).set(page);
    await post().expect(404);
    await post().set('x-access-token', accessToken).expect(204);
    await limited.stop();
  });
});
