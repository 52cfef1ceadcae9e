import { StoreUnavailableError } from '@app/ports';
import { inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { accepted, get, postReport, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, fleetInMemory, KEY, OPS_KEY, startUnderTest } from '../testing/business-under-test.js';
import { reportOf } from './testing/partner-calls.js';

const OPERATORS = { authorization: `Bearer ${OPS_KEY}` };
const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-23T11:00:00.000Z';

describe('operators', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let fleet: ReturnType<typeof fleetInMemory>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    fleet = fleetInMemory(ports.clock);
    business = await startUnderTest({ ...ports, fleet });
  });
  afterEach(() => business.stop());

  const set = (body: unknown, partner = 'acme-general') =>
    request(business.api)
      .put(`/v1/ops/partners/${partner}/state`)
      .set({ ...OPERATORS, 'content-type': 'application/json' })
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  const partners = async (query = '') => (await get(business, `/v1/ops/partners${query}`, OPERATORS).expect(200)).body;
  const acme = async () => (await partners()).items[0];
  const audit = async (query = '') => (await get(business, `/v1/ops/audit${query}`, OPERATORS).expect(200)).body;

  it('see every partner with what the registry says of it, nothing of its secrets', async () => {
    const { items, links } = await partners();
    expect(items).toHaveLength(6);
    expect(links).toEqual({ next: null });
    expect(items[0]).toMatchObject({
      ...{ id: 'acme-general', name: 'Acme General Insurance', lines: expect.arrayContaining(['health']) },
      policy: { rateLimit: { requests: 600, windowMs: 60_000 }, operations: { quote: { timeoutMs: 8_000 } } },
      ...{ state: 'AUTO', effectiveState: 'ONLINE', forced: false, reason: null, since: null, until: null },
      ...{ changedBy: null, breakers: [] },
    });
    expect(JSON.stringify(items)).not.toContain('CLIENT_SECRET');
  });

  it('see what each replica’s breaker does, and how the last calls ended', async () => {
    await postReport(business, reportOf('two', 6, { breaker: 'OPEN', failures: { TIMEOUT: 3, PROTOCOL: 1 } }));
    await postReport(business, reportOf('one', 2, { slowCalls: 2 })).expect(200);
    const about = { service: 'reactive/motor', operation: 'quote', reportedAt: NOW };
    expect((await acme()).breakers).toEqual([
      { ...about, replica: 'one', breaker: 'CLOSED' },
      { ...about, replica: 'two', breaker: 'OPEN' },
    ]);
    expect((await acme()).scorecard).toContainEqual({
      ...{ operation: 'quote', from: '2026-11-23T09:55:00.000Z', calls: 8, failed: 4, slowCalls: 2 },
      ...{ failures: { TIMEOUT: 3, PROTOCOL: 1 }, failureRate: 0.5, slowRate: 0.25 },
    });
  });

  it('read partners page by page', async () => {
    const first = await partners('?limit=4');
    const rest = (await get(business, first.links.next, OPERATORS).expect(200)).body;
    const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual((await partners()).items.map(({ id }: { id: string }) => id));
    expect([first.items.length, rest.links.next]).toEqual([4, null]);
  });

  it('force a partner offline until a time, with a reason', async () => {
    const { body, status } = await set({ state: 'OFFLINE', reason: ' maintenance ', until: LATER });
    expect(status).toBe(200);
    expect(body).toEqual(await acme());
    expect(body).toMatchObject({
      ...{ state: 'OFFLINE', effectiveState: 'OFFLINE', forced: true, reason: 'maintenance' },
      ...{ since: NOW, until: LATER, changedBy: 'operators' },
    });
    const asOthers = await postReport(business, reportOf('one', 1)).expect(200);
    expect(asOthers.body.partners).toEqual([{ partner: 'acme-general', state: 'OFFLINE', forced: true, until: LATER }]);
  });

  it('find a partner online again when the time is over', async () => {
    await set({ state: 'OFFLINE', reason: 'maintenance', until: LATER }).expect(200);
    ports.clock.advance(3_600_000);
    expect(await acme()).toMatchObject({ state: 'AUTO', effectiveState: 'ONLINE', forced: false, since: LATER });
  });

  it('leave a partner to the supervisor again', async () => {
    await set({ state: 'OFFLINE', reason: 'maintenance' }).expect(200);
    const { body } = await set({ state: 'AUTO', reason: 'it is over' }).expect(200);
    expect(body).toMatchObject({ state: 'AUTO', effectiveState: 'ONLINE', forced: false, reason: null, until: null });
    expect((await postReport(business, reportOf('one', 1))).body).toEqual({ partners: [] });
  });

  it('do not bring a partner back that the supervisor has taken offline by leaving it to the supervisor', async () => {
    const entry = { actor: 'supervisor', action: 'PARTNER_STATE_CHANGED', subject: 'acme-general', reason: 'ill' };
    const probeAt = new Date(ports.clock.now().getTime() + 10_000);
    const ill = {
      partner: 'acme-general',
      version: 1,
      state: 'OFFLINE',
      since: ports.clock.now(),
      reason: 'ill',
    } as const;
    await fleet.store.change({ ...ill, probeAt, forced: null }, { ...entry, at: ports.clock.now(), details: {} });
    const { body } = await set({ state: 'AUTO', reason: 'to see' }).expect(200);
    expect(body).toMatchObject({ state: 'AUTO', effectiveState: 'OFFLINE', changedBy: 'supervisor', reason: 'ill' });
  });

  it('read who changed what, the newest first, page by page', async () => {
    await set({ state: 'OFFLINE', reason: 'maintenance', until: LATER }).expect(200);
    await set({ state: 'ONLINE', reason: 'it works' }).expect(200);
    const first = await audit('?limit=1');
    expect(first.items).toEqual([
      {
        ...{ id: expect.any(String), at: NOW, actor: 'operators', action: 'PARTNER_STATE_SET' },
        ...{ subject: 'acme-general', reason: 'it works' },
        details: { from: 'OFFLINE', effectiveFrom: 'OFFLINE', to: 'ONLINE', until: null },
      },
    ]);
    const second = (await get(business, first.links.next, OPERATORS).expect(200)).body;
    expect(second.items).toMatchObject([{ reason: 'maintenance', details: { from: 'AUTO', until: LATER } }]);
    expect(second.links.next).toBeNull();
  });

  it.each<[string, unknown, string[][]]>([
    [
      'nothing',
      {},
      [
        ['/state', 'REQUIRED'],
        ['/reason', 'REQUIRED'],
      ],
    ],
    [
      'an unknown state and field',
      { state: 'AWAY', reason: 'x', who: 'me' },
      [
        ['/state', 'ENUM'],
        ['/who', 'UNKNOWN_FIELD'],
      ],
    ],
    ['a reason that is none', { state: 'OFFLINE', reason: '  ' }, [['/reason', 'RANGE']]],
    ['an end that is no time', { state: 'OFFLINE', reason: 'x', until: 'soon' }, [['/until', 'FORMAT']]],
    ['an end that has come', { state: 'OFFLINE', reason: 'x', until: NOW }, [['/until', 'RANGE']]],
    ['an end of nothing', { state: 'AUTO', reason: 'x', until: LATER }, [['/until', 'CONTRADICTION']]],
    ['what no text has', { state: 'OFFLINE', reason: 'x\u0000' }, [['/reason', 'FORMAT']]],
    ['a list', [], [['', 'TYPE']]],
    [
      'several things that are wrong',
      { state: 'OFF', until: '2020-01-01T00:00:00Z' },
      [
        ['/state', 'ENUM'],
        ['/reason', 'REQUIRED'],
        ['/until', 'RANGE'],
      ],
    ],
  ])('are told every fault of a change that says %s, and nothing changes', async (_, body, faults) => {
    const { status, body: told } = await set(body);
    expect([status, told.code]).toEqual([422, 'validation-failed']);
    expect(told.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual(faults);
    expect((await audit()).items).toEqual([]);
  });

  it('are told that there is no such partner', async () => {
    await set({ state: 'OFFLINE', reason: 'x' }, 'nobody').expect(404);
    await set({}, '01989d1a-0000-7000-8000-000000000000').expect(404);
  });

  it('are told of a bad cursor', async () => {
    const forged = Buffer.from(JSON.stringify(['x', '1'])).toString('base64url');
    await get(business, `/v1/ops/audit?cursor=${forged}`, OPERATORS).expect(422);
    await get(business, '/v1/ops/partners?cursor=1', OPERATORS).expect(422);
  });

  it('are the only ones who may', async () => {
    const asClient = { authorization: `Bearer ${KEY}` };
    await get(business, '/v1/ops/partners', asClient).expect(403);
    await get(business, '/v1/ops/audit', asClient).expect(403);
    const body = { state: 'OFFLINE', reason: 'x' };
    await request(business.api).put('/v1/ops/partners/acme-general/state').set(asClient).send(body).expect(403);
    await request(business.api).put('/v1/ops/partners/acme-general/state').send(body).expect(401);
    expect((await audit()).items).toEqual([]);
  });

  it('are told when the store is away, and customers are served all the same', async () => {
    const away = () => Promise.reject(new StoreUnavailableError('PostgreSQL'));
    Object.assign(fleet.store, { conditions: away, change: away, report: away, entries: away, lease: away });
    await set({ state: 'OFFLINE', reason: 'x' }).expect(503);
    await get(business, '/v1/ops/partners', OPERATORS).expect(503);
    await get(business, '/v1/ops/audit', OPERATORS).expect(503);
    await postReport(business, reportOf('one', 1)).expect(503);
    expect(await accepted(business, requestToTwo())).toMatchObject({ status: 'RUNNING', answersReceived: 0 });
  });
});

describe('a report of a replica', () => {
  let business: BusinessUnderTest;
  beforeEach(async () => {
    business = await startUnderTest(inMemoryPorts());
  });
  afterEach(() => business.stop());

  it('is taken on the internal port, signed, and nowhere else', async () => {
    const path = '/internal/v1/replica-reports';
    await postReport(business, reportOf('one', 1)).expect(200, { partners: [] });
    await request(business.internal).post(path).send(reportOf('one', 1)).expect(401);
    await postReport({ ...business, internal: business.api }, reportOf('one', 1)).expect(404);
  });

  it.each<[string, unknown]>([
    ['is none', []],
    ['counts backwards', reportOf('one', -1)],
    ['knows another breaker', { ...reportOf('one', 1), observations: [{ breaker: 'AJAR' }] }],
    ['cannot be stored', reportOf('one\u0000', 1)],
  ])('is refused when it %s', async (_, report) => {
    await postReport(business, report).expect(422);
  });
});
