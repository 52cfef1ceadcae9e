import { offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, requestToTwo } from '../testing/api-calls.js';
import { OTHER_KEY, PUBLIC_KEY } from '../testing/business-under-test.js';
import { type Applying, applicationFor, newReference } from './testing/applying.js';
import { type ApplyingWorld, startApplying } from './testing/applying-world.js';

describe('an application that is refused', () => {
  let world: ApplyingWorld;
  let applying: Applying;
  beforeEach(async () => {
    world = await startApplying();
    ({ applying } = world);
  });
  afterEach(() => world.business.stop());

  const refused = async (status: number, code: string, body: unknown, headers: Record<string, string> = {}) => {
    const before = (await world.stored()).length;
    const response = await applying.apply(body, headers).expect(status);
    expect(response.body.code).toBe(code);
    expect(await world.stored()).toHaveLength(before);
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
    const { accessToken: another = '' } = await accepted(world.business, requestToTwo());
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
    const validUntil = new Date(world.ports.clock.now().getTime() + 3_600_000).toISOString();
    const { offer: made } = await applying.quoted({ validUntil, receivedAt: world.ports.clock.now().toISOString() });
    world.ports.clock.advance(3_540_000);
    await refused(409, 'offer-expired', applicationFor(made));
    world.ports.clock.advance(-1);
    await applying.apply(applicationFor(made)).expect(202);
  });

  it('comes when less than a tenth is left of an offer that is short', async () => {
    const validUntil = new Date(world.ports.clock.now().getTime() + 300_000).toISOString();
    const { offer: made } = await applying.quoted({ validUntil, receivedAt: world.ports.clock.now().toISOString() });
    world.ports.clock.advance(270_000);
    await refused(409, 'offer-expired', applicationFor(made));
    world.ports.clock.advance(-1);
    await applying.apply(applicationFor(made)).expect(202);
  });

  it('accepts another price, or pays another amount or in another currency', async () => {
    const { offer: made } = await applying.quoted();
    const body = applicationFor(made);
    await refused(409, 'price-changed', { ...body, acceptedTotalMinor: made.premium.totalMinor - 1 });
    const payment = { ...body.payment, amountMinor: made.premium.totalMinor - 1 };
    await refused(422, 'payment-mismatch', { ...body, payment });
    await refused(422, 'payment-mismatch', { ...body, payment: { ...body.payment, currency: 'USD' } });
  });

  it('is not paid, or nobody can say', async () => {
    const { offer: made } = await applying.quoted();
    world.payments.isCaptured = async () => false;
    await refused(422, 'payment-not-confirmed', applicationFor(made));
    world.payments.isCaptured = () => Promise.reject(new Error('away'));
    const { headers } = await refused(503, 'not-ready', applicationFor(made));
    expect(headers['retry-after']).toBe('5');
    world.payments.isCaptured = () => {
      // Once the wait for the answer has begun.
      setImmediate(() => world.ports.clock.advance(10_000));
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
    const validUntil = new Date(world.ports.clock.now().getTime() + 1_000).toISOString();
    const receivedAt = '2026-11-23T09:00:00.000Z';
    const { offer: made } = await applying.quoted({ bindable: false, validUntil, receivedAt });
    world.payments.isCaptured = async () => false;
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
