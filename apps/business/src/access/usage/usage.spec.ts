import { type ApiClient, StoreUnavailableError } from '@app/ports';
import { exampleBody, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type BusinessUnderTest, directoryOf, startUnderTest } from '../../testing/business-under-test.js';
import { ClientDirectory } from '../clients/client-directory.js';
import { DEFAULT_PLAN } from '../clients/development-clients.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const READ = `/v1/quote-requests/${ID}`;

const CLIENTS: Readonly<Record<string, ApiClient>> = {
  portal: { id: 'portal', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: DEFAULT_PLAN },
  small: { id: 'small', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: { ...DEFAULT_PLAN, perDay: 3 } },
  page: { id: 'page', kind: 'PUBLIC', scopes: ['quotes'], plan: { ...DEFAULT_PLAN, creationsPerSecond: 2, burst: 5 } },
  operators: { id: 'operators', kind: 'CONFIDENTIAL', scopes: ['ops'], plan: { ...DEFAULT_PLAN, burst: 2 } },
};

describe('what a client may use', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  const start = async (trustedProxyHops = 0) => {
    business = await startUnderTest(ports, { doors: { clients: directoryOf(CLIENTS, ports.clock), trustedProxyHops } });
  };
  beforeEach(() => {
    ports = inMemoryPorts();
  });
  afterEach(() => business.stop());

  const read = (key: string, headers: Record<string, string> = {}) =>
    request(business.api)
      .get(READ)
      .set({ authorization: `Bearer ${key}`, ...headers });
  const create = (key: string, headers: Record<string, string> = {}, body = JSON.stringify(exampleBody())) =>
    request(business.api)
      .post('/v1/quote-requests')
      .set({ authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers })
      .send(body);
  const statuses = async (count: number, call: () => PromiseLike<{ status: number }>) => {
    const all: number[] = [];
    for (let n = 0; n < count; n += 1) all.push((await call()).status);
    return all;
  };

  it('is on every answer to it, whatever becomes of its request', async () => {
    await start();
    const accepted = await create('portal').expect(202);
    expect(accepted.headers).toMatchObject({
      'ratelimit-policy': '"burst";q=200;w=1, "day";q=1000000;w=86400',
      ratelimit: '"burst";r=199;t=1',
    });
    const answers = [
      await read('portal').expect(404),
      await create('portal', { 'content-type': 'text/plain' }).expect(415),
      await create('portal', {}, '{}').expect(422),
    ];
    expect(answers.map(({ headers }) => headers.ratelimit)).toEqual([198, 197, 196].map((r) => `"burst";r=${r};t=1`));
  });

  it('is nobody’s business who is not known', async () => {
    await start();
    expect((await read('nobody').expect(401)).headers).not.toHaveProperty('ratelimit');
    expect((await request(business.api).get('/v1/nothing').expect(404)).headers).not.toHaveProperty('ratelimit');
  });

  it('cannot be told while the store of clients is away: 503', async () => {
    const store = { find: () => Promise.reject(new StoreUnavailableError('PostgreSQL')) };
    const clients = new ClientDirectory({ fixed: new Map(), store, clock: ports.clock });
    business = await startUnderTest(ports, { doors: { clients } });
    const { body, headers } = await read('portal').expect(503);
    expect(body.code).toBe('store-unavailable');
    expect(headers['retry-after']).toBe('1');
  });

  it('ends with its day: 429 with the time to wait, before anything else of the request is looked at', async () => {
    await start();
    expect(await statuses(3, () => read('small'))).toEqual([404, 404, 404]);
    const refused = await create('small', { 'content-type': 'text/plain' }, '{"no json').expect(429);
    expect(refused.body).toMatchObject({ type: '/problems/rate-limited', code: 'rate-limited', status: 429 });
    expect(refused.headers.ratelimit).toMatch(/^"day";r=0;t=\d+$/);
    const waitS = Number(refused.headers['retry-after']);
    expect(waitS).toBeGreaterThan(60_000);
    await request(business.api).get('/v1/quote-requests/1').set('authorization', 'Bearer small').expect(404);
    await request(business.api).delete(READ).set('authorization', 'Bearer small').expect(405);
    ports.clock.advance(waitS * 1_000);
    await read('small').expect(404);
  });

  it('does not matter to whom it is forbidden: 403 before 429, and it counts', async () => {
    await start();
    for (const left of [1, 0, 0]) {
      const { body, headers } = await create('operators', {}, '{"no json').expect(403);
      expect(body).toMatchObject({ type: '/problems/forbidden', code: 'forbidden', status: 403 });
      expect(headers.ratelimit).toMatch(`"burst";r=${left};t=`);
    }
  });

  it('is, of a public client, so many creations a second for each sender, and the reads of its plan', async () => {
    await start();
    expect(await statuses(3, () => create('page'))).toEqual([202, 202, 429]);
    expect((await create('page').expect(429)).headers['ratelimit-policy']).toMatch('"burst";q=2;w=1, ');
    expect(await statuses(6, () => read('page'))).toEqual([404, 404, 404, 404, 404, 429]);
    ports.clock.advance(1_100);
    expect(await statuses(3, () => create('page'))).toEqual([202, 202, 429]);
  });

  const chain = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });

  it('cannot be had twice by naming another address to a service without proxies', async () => {
    await start(0);
    await statuses(2, () => create('page', chain('192.0.2.1')));
    await create('page', chain('192.0.2.2')).expect(429);
  });

  it('is for the address that the one proxy names, whatever was claimed before it', async () => {
    await start(1);
    await statuses(2, () => create('page', chain('203.0.113.1', '192.0.2.1')));
    await create('page', chain('203.0.113.2', '192.0.2.1')).expect(429);
    await create('page', chain('192.0.2.1', '192.0.2.2')).expect(202);
  });

  it('is for the address that the outer of two proxies names', async () => {
    await start(2);
    await statuses(2, () => create('page', chain('203.0.113.1', '192.0.2.1', '198.51.100.1')));
    await create('page', chain('203.0.113.2', '192.0.2.1', '198.51.100.2')).expect(429);
    await create('page', chain('192.0.2.1', '192.0.2.2', '198.51.100.1')).expect(202);
  });

  it('is for a whole network of IPv6, and for the connection where no address is named', async () => {
    await start(1);
    await statuses(2, () => create('page', chain('2001:db8:1:2::1')));
    await create('page', chain('2001:db8:1:2:ffff::2')).expect(429);
    await create('page', chain('2001:db8:1:3::1')).expect(202);
    await statuses(2, () => create('page', chain('unknown')));
    await create('page').expect(429);
  });
});
