import { eventSchema, joinPersonal, quoteRequested, quoteTask } from '@app/contracts';
import { eventually, exampleBody, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, postRequest, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, partnerSealers, startUnderTest } from '../testing/business-under-test.js';

const event = eventSchema(quoteRequested);

describe('POST /v1/quote-requests', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const withRisk = (change: object) => ({ ...requestToTwo(), risk: { ...requestToTwo().risk, ...change } });
  const faultsOf = async (body: unknown) => {
    const response = await postRequest(business, body).expect(422);
    expect(response.body.code).toBe('validation-failed');
    return response.body.errors.map((fault: { pointer: string; code: string }) => `${fault.pointer} ${fault.code}`);
  };
  const published = (count: number) =>
    eventually(() => {
      expect(ports.publisher.events('quote.requested.v1')).toHaveLength(count);
      return ports.publisher.events('quote.requested.v1').map((one) => event.parse(one));
    });

  it('answers 202 with the task, where it is, and the capability to read it', async () => {
    const response = await postRequest(business, requestToTwo()).expect(202);
    const task = quoteTask.parse(response.body);
    const self = `/v1/quote-requests/${task.id}`;
    expect(response.body).toEqual({
      id: task.id,
      status: 'RUNNING',
      productLine: 'motor-four-wheeler',
      version: 1,
      createdAt: '2026-11-23T10:00:00.000Z',
      eta: '2026-11-23T10:00:20.000Z',
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      partnersAsked: 2,
      answersReceived: 0,
      links: { self, quotes: `${self}/quotes`, events: `${self}/events` },
    });
    expect(task.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(response.headers).toMatchObject({ location: self, 'retry-after': '1' });
  });

  it.each(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] as const)('takes the example %s', async (name) => {
    await postRequest(business, exampleBody(name)).expect(202);
  });

  it('fills in defaults, times, derived facts and the fingerprint', async () => {
    const { country: _c, currency: _u, locale: _l, channel: _h, purpose: _p, ...rest } = exampleBody();
    const { id } = await accepted(business, rest);
    expect(ports.store().accepted.get(id)?.request).toMatchObject({
      schemaVersion: '1.0',
      country: 'IN',
      currency: 'INR',
      locale: 'en-IN',
      channel: 'API',
      purpose: 'NEW_QUOTE',
      acceptLateUntil: '2026-11-23T10:05:00.000Z',
      partners: null,
      riskFingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      risk: { make: 'Gulmohar', entitledNcbPercent: 35, breakIn: false },
    });
  });

  it('publishes one complete event for every partner, addressed by its attributes', async () => {
    const { id } = await accepted(business, requestToTwo());
    const events = await published(2);
    expect(events.map(({ data }) => data.partner).sort()).toEqual(['acme-general', 'cogwheel-direct']);
    for (const one of events) {
      expect(one).toMatchObject({
        subject: id,
        source: '/services/business',
        deadline: '2026-11-23T10:00:20.000Z',
        attempt: 1,
        returnaddress: 'partner-answers',
        data: { requestId: id, productLine: 'motor-four-wheeler' },
      });
      const message = ports.publisher.published.find((candidate) => candidate.id === one.id);
      const { traceparent } = one;
      const attributes = { type: 'quote.requested.v1', partnerId: one.data.partner, schemaVersion: '1', traceparent };
      expect(message).toMatchObject({ topic: 'quote-requested-motor-four-wheeler', attributes });
    }
    await eventually(() => {
      ports.clock.advance(100);
      expect(ports.outbox.messages).toEqual([]);
    });
  });

  it('seals personal fields for each partner alone; nothing of them travels or rests openly', async () => {
    const personal = { mobile: '+919800000001', email: 'asha@example.org', fullName: 'Asha Rao' };
    const body = { ...requestToTwo(), proposer: { ...requestToTwo().proposer, ...personal } };
    const { id } = await accepted(business, body);
    const events = await published(2);
    const text = JSON.stringify([ports.publisher.published, ports.store().accepted.get(id)?.request]);
    for (const secret of ['MH12AB1234', ...Object.values(personal)]) expect(text).not.toContain(secret);
    for (const { data } of events) {
      const opened = Object(await partnerSealers.get(data.partner)?.open(data.sealed));
      expect(joinPersonal(data.request, opened)).toMatchObject({ proposer: personal });
      const others = [...partnerSealers].filter(([partner]) => partner !== data.partner);
      for (const [, sealer] of others) await expect(sealer.open(data.sealed)).rejects.toThrow();
    }
  });

  it('goes on with the trace of the caller in the events', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await postRequest(business, requestToTwo()).set('traceparent', `00-${traceId}-00f067aa0ba902b7-01`).expect(202);
    const [one] = await published(2);
    expect(one?.traceparent).toContain(traceId);
  });

  it('asks only the partners that were named, each once', async () => {
    const partners = ['cogwheel-direct', 'cogwheel-direct'];
    const { id, partnersAsked } = await accepted(business, { ...requestToTwo(), partners });
    expect(partnersAsked).toBe(1);
    expect(
      ports
        .store()
        .accepted.get(id)
        ?.rows.map(({ partner }) => partner),
    ).toEqual(['cogwheel-direct']);
  });

  it('makes separate requests of equal posts', async () => {
    const [one, two] = [await accepted(business, requestToTwo()), await accepted(business, requestToTwo())];
    expect(one.id).not.toBe(two.id);
  });

  it('names every fault at once and accepts nothing', async () => {
    const { consent, proposer } = requestToTwo();
    const body = {
      ...withRisk({ rtoCode: 'XX99', colour: 'red', coverType: 'ALL' }),
      consent: { ...consent, purposes: ['QUOTE'] },
      proposer: { ...proposer, pincode: '0', fullName: 'A\u0000' },
    };
    expect((await faultsOf(body)).sort()).toEqual([
      '/consent/purposes CONSENT',
      '/proposer/fullName FORMAT',
      '/proposer/pincode FORMAT',
      '/risk/colour UNKNOWN_FIELD',
      '/risk/coverType ENUM',
      '/risk/rtoCode UNKNOWN_CODE',
    ]);
    expect(ports.store().accepted.size).toBe(0);
    expect(ports.publisher.published).toEqual([]);
  });

  it.each([[[]], [['nobody']], [['acme-general', 'nobody']]])('refuses the partners %j', async (partners) => {
    expect(await faultsOf({ ...requestToTwo(), partners })).toContainEqual(expect.stringMatching(/^\/partners /));
  });

  it.each([['[]'], ['null'], ['7'], ['"text"'], ['{}']])('refuses %s as a body', async (body) => {
    expect((await faultsOf(body)).length).toBeGreaterThan(0);
  });

  it('compares the start of cover with today only where that is asked for', async () => {
    const body = withRisk({ policyStartDate: '2026-11-22', registrationDate: '2020-01-01' });
    await postRequest(business, body).expect(202);
    const strict = await startUnderTest(inMemoryPorts(), { rules: { rejectPastStartDates: true } });
    const response = await postRequest(strict, body).expect(422);
    expect(response.body.errors).toMatchObject([{ pointer: '/risk/policyStartDate', code: 'DATE_ORDER' }]);
    await postRequest(strict, withRisk({ policyStartDate: '2026-11-23' })).expect(202);
    await strict.stop();
  });
});
