import { randomUUID } from 'node:crypto';
import { eventSchema, issuanceRequested, issuanceSecrets } from '@app/contracts';
import { eventually, inMemoryPorts, offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, get, requestToTwo } from '../testing/api-calls.js';
import {
  type BusinessUnderTest,
  KEY,
  OTHER_KEY,
  PUBLIC_KEY,
  partnerSealers,
  startUnderTest,
} from '../testing/business-under-test.js';
import { Applying, applicationFor, newReference } from './testing/applying.js';

const ISSUANCE = 'policy.issuance-requested.v1';
const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('an application', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let applying: Applying;
  let isCaptured: () => Promise<boolean>;
  beforeEach(async () => {
    ports = inMemoryPorts();
    isCaptured = async () => true;
    business = await startUnderTest({ ...ports, paymentVerifier: { isCaptured: () => isCaptured() } });
    applying = new Applying(business);
  });
  afterEach(() => business.stop());

  const sent = () => ports.publisher.events(ISSUANCE);
  const stored = () => ports.applications.list({ limit: 100 });

  it('is accepted with its own place and capability, and goes to its partner once', async () => {
    const { quote, offer: made } = await applying.quoted();
    const response = await applying.apply(applicationFor(made), { traceparent: TRACEPARENT }).expect(202);
    const { body, headers } = response;
    expect(headers.location).toBe(`/v1/applications/${body.id}`);
    expect(body).toEqual({
      ...{ id: body.id, offerId: made.offerId, quoteRequestId: quote.id, partner: 'acme-general', version: 1 },
      ...{ createdAt: ports.clock.now().toISOString(), status: 'SUBMITTED', policyNumber: null, period: null },
      ...{ totalMinor: made.premium.totalMinor, currency: 'INR', priceChange: null, refund: null, documents: [] },
      events: [{ at: ports.clock.now().toISOString(), status: 'SUBMITTED', attempt: 1, reason: null }],
      links: { self: headers.location },
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    await eventually(() => expect(sent()).toHaveLength(1));
    expect(ports.publisher.published.find(({ attributes }) => attributes.type === ISSUANCE)).toMatchObject({
      topic: 'queue:policy-issuance-acme-general',
      attributes: { partnerId: 'acme-general' },
      correlationId: quote.id,
    });
    expect(String(sent()[0]?.traceparent)).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('tells its partner everything, what is personal sealed, with the consent to issue', async () => {
    const { offer: made } = await applying.quoted();
    const asked = applicationFor(made);
    const { body } = await applying.apply(asked).expect(202);
    await eventually(() => expect(sent()).toHaveLength(1));
    const { data } = eventSchema(issuanceRequested).parse(sent()[0]);
    expect(data).toMatchObject({
      ...{ applicationId: body.id, attempt: 1, acceptances: 0, acceptedTotalMinor: made.premium.totalMinor },
      ...{ partnerQuoteRef: made.partnerQuoteRef, planCode: made.planCode },
      request: { consent: { purposes: expect.arrayContaining(['SHARE_WITH_PARTNERS', 'ISSUE']) } },
    });
    const secrets = issuanceSecrets.parse(await partnerSealers.get('acme-general')?.open(data.sealed));
    const { offerId: _, acceptedTotalMinor: __, ...details } = asked;
    expect(secrets.application).toEqual(details);
    expect(JSON.stringify(sent())).not.toContain('Asha');
  });

  it('knows when its cover would begin and end, what was due, and how long the offer stands', async () => {
    const instalments = [{ count: 3, amountMinor: 579_387, firstDue: '2026-12-01' }];
    const premium = { ...offer().premium, instalments };
    const { offer: split } = await applying.quoted({ premium });
    const whole = applicationFor(split);
    await applying.apply(whole).expect(422);
    await applying.apply({ ...whole, payment: { ...whole.payment, amountMinor: 579_387 } }).expect(202);
    expect(await stored()).toMatchObject([
      {
        ...{ totalMinor: premium.totalMinor, dueMinor: 579_387, offerValidUntil: split.validUntil },
        expectedPeriod: { from: expect.stringMatching(/^20\d\d-/), to: expect.stringMatching(/^20\d\d-/) },
      },
    ]);
  });

  describe('that is posted again', () => {
    it('is answered with the same, and nothing is sent twice', async () => {
      const { offer: made } = await applying.quoted();
      const body = applicationFor(made);
      const key = { 'idempotency-key': 'apply-1' };
      const first = await applying.apply(body, key).expect(202);
      const again = await applying.apply(JSON.stringify(body, null, 1), key).expect(202);
      expect(again.body).toEqual(first.body);
      expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: first.headers.location });
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(await stored()).toHaveLength(1);
    });

    it('is one application and one message, though a hundred equal posts come at once', async () => {
      const { offer: made } = await applying.quoted();
      const body = applicationFor(made);
      const key = { 'idempotency-key': 'apply-1' };
      const responses = await Promise.all(Array.from({ length: 100 }, () => applying.apply(body, key)));
      expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
      expect(new Set(responses.map((response) => JSON.stringify(response.body))).size).toBe(1);
      expect(responses.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
      await eventually(() => expect(sent()).toHaveLength(1));
      expect(await stored()).toHaveLength(1);
    });

    it('is refused under its key with another body, and where the key was a quote request’s', async () => {
      const { offer: made } = await applying.quoted();
      const key = { 'idempotency-key': 'apply-1' };
      await applying.apply(applicationFor(made), key).expect(202);
      const { body } = await applying.apply(applicationFor(made), key).expect(422);
      expect(body.code).toBe('idempotency-key-reused');
      await applying.post('/v1/quote-requests', requestToTwo(), { 'idempotency-key': 'asked' }).expect(202);
      const other = await applying.apply(applicationFor(made), { 'idempotency-key': 'asked' }).expect(422);
      expect(other.body.code).toBe('idempotency-key-reused');
      const asked = await applying.post('/v1/quote-requests', requestToTwo(), key).expect(422);
      expect(asked.body.code).toBe('idempotency-key-reused');
    });

    it('is answered before anything else is looked at: the offer may have ended since', async () => {
      const { offer: made } = await applying.quoted();
      const body = applicationFor(made);
      const key = { 'idempotency-key': 'apply-1' };
      const first = await applying.apply(body, key).expect(202);
      isCaptured = () => Promise.reject(new Error('away'));
      ports.clock.advance(86_000_000);
      expect((await applying.apply(body, key).expect(202)).body).toEqual(first.body);
    });
  });

  describe('that is refused', () => {
    const refused = async (status: number, code: string, body: unknown, headers: Record<string, string> = {}) => {
      const before = (await stored()).length;
      const response = await applying.apply(body, headers).expect(status);
      expect(response.body.code).toBe(code);
      expect(await stored()).toHaveLength(before);
      return response;
    };

    it('has no key, or one that cannot be taken', async () => {
      const { offer: made } = await applying.quoted();
      await applying.apply(applicationFor(made)).unset('idempotency-key').expect(400);
      const { body } = await refused(422, 'validation-failed', {}, { 'idempotency-key': 'x'.repeat(256) });
      const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/header/Idempotency-Key', '/offerId', '/payment']));
      const anyone = { authorization: `Bearer ${PUBLIC_KEY}`, 'idempotency-key': 'guess-me' };
      await refused(422, 'validation-failed', applicationFor(made), anyone);
    });

    it('has faults, each of them named', async () => {
      const { offer: made } = await applying.quoted();
      const { body } = await refused(422, 'validation-failed', {
        ...applicationFor(made),
        ...{ colour: 'red', acceptedTotalMinor: '1', declarations: [{}] },
      });
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
        expect.arrayContaining(['/colour', '/acceptedTotalMinor', '/declarations/0/code']),
      );
    });

    it('is for an offer that is unknown, or not the caller’s', async () => {
      const { quote, offer: made } = await applying.quoted();
      const body = applicationFor(made);
      const of = (key: string, token: string) => ({ authorization: `Bearer ${key}`, 'x-access-token': token });
      const unknown = await refused(404, 'not-found', applicationFor(offer()));
      const notMine = await refused(404, 'not-found', body, of(OTHER_KEY, ''));
      expect({ ...notMine.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      const { accessToken: another = '' } = await accepted(business, requestToTwo());
      await refused(404, 'not-found', body, of(PUBLIC_KEY, another));
      await applying.apply(body, of(PUBLIC_KEY, quote.accessToken ?? '')).expect(202);
    });

    it('does not name its vehicle, or names one where none is insured', async () => {
      const { offer: made } = await applying.quoted();
      const { asset: _, ...withoutAsset } = applicationFor(made);
      const { body } = await refused(422, 'validation-failed', withoutAsset);
      expect(body.errors).toMatchObject([{ pointer: '/asset', code: 'REQUIRED' }]);
      const cover = { sumInsuredMinor: 50_000_000, deductibleMinor: 0, basis: 'FLOATER', tenureYears: 1 } as const;
      const { offer: healthy } = await applying.quoted({ cover }, { name: 'h1' });
      const odd = await refused(422, 'validation-failed', applicationFor(healthy));
      expect(odd.body.errors).toMatchObject([{ pointer: '/asset' }]);
      await applying.apply(applicationFor(healthy, { asset: null })).expect(202);
    });

    it('is for an offer that cannot be bound: as such, in a referred row, or without the consent', async () => {
      const { offer: indicative } = await applying.quoted({ bindable: false });
      await refused(409, 'offer-not-bindable', applicationFor(indicative));
      const { offer: referred } = await applying.quoted({ bindable: false }, { status: 'REFERRED' });
      await refused(409, 'offer-not-bindable', applicationFor(referred));
      const { quote, offer: withdrawn } = await applying.quoted();
      await applying.post(`${quote.links.self}/consent-withdrawals`, '').expect(204);
      await refused(409, 'offer-not-bindable', applicationFor(withdrawn));
    });

    it('comes when less than a minute is left of the offer', async () => {
      const validUntil = new Date(ports.clock.now().getTime() + 3_600_000).toISOString();
      const { offer: made } = await applying.quoted({ validUntil, receivedAt: ports.clock.now().toISOString() });
      ports.clock.advance(3_540_000);
      await refused(409, 'offer-expired', applicationFor(made));
      ports.clock.advance(-1);
      await applying.apply(applicationFor(made)).expect(202);
    });

    it('comes when less than a tenth is left of an offer that is short', async () => {
      const validUntil = new Date(ports.clock.now().getTime() + 300_000).toISOString();
      const { offer: made } = await applying.quoted({ validUntil, receivedAt: ports.clock.now().toISOString() });
      ports.clock.advance(270_000);
      await refused(409, 'offer-expired', applicationFor(made));
      ports.clock.advance(-1);
      await applying.apply(applicationFor(made)).expect(202);
    });

    it('accepts another price, or pays another amount', async () => {
      const { offer: made } = await applying.quoted();
      const body = applicationFor(made);
      await refused(409, 'price-changed', { ...body, acceptedTotalMinor: made.premium.totalMinor - 1 });
      const payment = { ...body.payment, amountMinor: made.premium.totalMinor - 1 };
      await refused(422, 'payment-mismatch', { ...body, payment });
    });

    it('is not paid, or nobody can say', async () => {
      const { offer: made } = await applying.quoted();
      isCaptured = async () => false;
      await refused(422, 'payment-not-confirmed', applicationFor(made));
      isCaptured = () => Promise.reject(new Error('away'));
      const { headers } = await refused(503, 'not-ready', applicationFor(made));
      expect(headers['retry-after']).toBe('5');
      isCaptured = () => {
        // Once the wait for the answer has begun.
        setImmediate(() => ports.clock.advance(10_000));
        return new Promise(() => undefined);
      };
      await refused(503, 'not-ready', applicationFor(made));
    });

    it('is the second one for its offer, or is paid with what has paid for another', async () => {
      const { offer: made } = await applying.quoted();
      const reference = newReference();
      const paid = applicationFor(made);
      await applying.apply({ ...paid, payment: { ...paid.payment, reference } }).expect(202);
      await refused(409, 'offer-already-applied', applicationFor(made));
      const { offer: next } = await applying.quoted();
      const body = applicationFor(next);
      await refused(409, 'payment-already-used', { ...body, payment: { ...body.payment, reference } });
    });

    it('has the first of several faults in the order in which they are looked at', async () => {
      const validUntil = new Date(ports.clock.now().getTime() + 1_000).toISOString();
      const receivedAt = '2026-11-23T09:00:00.000Z';
      const { offer: made } = await applying.quoted({ bindable: false, validUntil, receivedAt });
      isCaptured = async () => false;
      const payment = { ...applicationFor(made).payment, amountMinor: 1 };
      const worst = applicationFor(made, { acceptedTotalMinor: 1, payment, asset: null });
      await refused(422, 'validation-failed', { ...worst, colour: 'red', offerId: 'unknown' });
      await refused(404, 'not-found', { ...worst, offerId: 'unknown' });
      await refused(422, 'validation-failed', worst);
      const named = applicationFor(made, { acceptedTotalMinor: 1, payment });
      await refused(409, 'offer-not-bindable', named);
      const late = await applying.quoted({ validUntil, receivedAt });
      await refused(409, 'offer-expired', { ...named, offerId: late.offer.offerId });
      const { offer: good } = await applying.quoted();
      await refused(409, 'price-changed', { ...named, offerId: good.offerId });
      const priced = { ...named, offerId: good.offerId, acceptedTotalMinor: good.premium.totalMinor };
      await refused(422, 'payment-mismatch', priced);
      await refused(422, 'payment-not-confirmed', applicationFor(good));
    });
  });

  it('goes on when the consent to its quote request is withdrawn afterwards', async () => {
    const { quote, offer: made } = await applying.quoted();
    const { body } = await applying.apply(applicationFor(made)).expect(202);
    await applying.post(`${quote.links.self}/consent-withdrawals`, '').expect(204);
    await eventually(() => expect(sent()).toHaveLength(1));
    expect((await get(business, body.links.self).expect(200)).body.status).toBe('SUBMITTED');
    expect(await ports.applications.content(body.id)).toMatchObject({
      details: { proposer: { fullName: 'Asha Rao' } },
    });
  });

  it('is read by its capability, and by a confidential client that made it', async () => {
    const { quote, offer: made } = await applying.quoted();
    const anyone = { authorization: `Bearer ${PUBLIC_KEY}` };
    const capability = { ...anyone, 'x-access-token': quote.accessToken ?? '' };
    const { body } = await applying.apply(applicationFor(made), capability).expect(202);
    const read = (headers: Record<string, string>) => get(business, body.links.self, headers);
    const { accessToken, ...view } = body;
    expect((await read({ ...anyone, 'x-access-token': accessToken }).expect(200)).body).toEqual(view);
    expect((await read({ 'x-access-token': accessToken }).expect(200)).body).toEqual(view);
    await read(anyone).expect(404);
    await read(capability).expect(404);
    await read({ authorization: `Bearer ${KEY}` }).expect(404);
    const mine = await applying.submitted();
    await get(business, mine.links.self).expect(200);
    await get(business, mine.links.self, { authorization: `Bearer ${OTHER_KEY}` }).expect(404);
    await get(business, `/v1/applications/${randomUUID()}`).expect(404);
  });
});
