import { eventSchema, issuanceRequested, issuanceSecrets } from '@app/contracts';
import { eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get, requestToTwo } from '../testing/api-calls.js';
import { OTHER_KEY, PUBLIC_KEY, partnerSealers } from '../testing/business-under-test.js';
import { type Applying, acceptanceOf } from './testing/applying.js';
import { type ApplyingWorld, startApplying } from './testing/applying-world.js';

const OLD = 1_738_161;
const NEW = 1_788_161;
const A_DAY_MS = 86_400_000;

describe('a new price', () => {
  let world: ApplyingWorld;
  let applying: Applying;
  beforeEach(async () => {
    world = await startApplying();
    ({ applying } = world);
  });
  afterEach(() => world.business.stop());

  const requested = () => world.sent().map((event) => eventSchema(issuanceRequested).parse(event).data);

  it('waits for the customer, who sees what was, what would be, and until when', async () => {
    const { links } = await applying.priceChanged(NEW);
    const { body } = await get(world.business, links.self).expect(200);
    const decideBy = new Date(world.ports.clock.now().getTime() + A_DAY_MS).toISOString();
    expect(body).toMatchObject({
      ...{ status: 'PRICE_CHANGED', totalMinor: OLD, refund: null },
      priceChange: { previousTotalMinor: OLD, newTotalMinor: NEW, currency: 'INR', decideBy },
    });
  });

  it('is accepted with a payment of its own; the first one goes back, and the partner is asked anew', async () => {
    const { id, links } = await applying.priceChanged(NEW);
    const acceptance = acceptanceOf(NEW);
    const { body, headers } = await applying.accept(id, acceptance).expect(202);
    expect(headers.location).toBe(links.self);
    expect(body).toMatchObject({
      ...{ id, status: 'SUBMITTED', totalMinor: NEW, priceChange: null },
      refund: { amountMinor: OLD, currency: 'INR', status: 'DUE' },
    });
    expect(body.accessToken).toBeUndefined();
    expect((await get(world.business, links.self).expect(200)).body).toEqual(body);
    await eventually(() => expect(requested()).toHaveLength(2));
    const [, again] = requested();
    expect(again).toMatchObject({ applicationId: id, attempt: 2, acceptances: 1, acceptedTotalMinor: NEW });
    const secrets = issuanceSecrets.parse(await partnerSealers.get('acme-general')?.open(again?.sealed ?? ''));
    expect(secrets.application).toMatchObject({ payment: acceptance.payment, proposer: { fullName: 'Asha Rao' } });
  });

  it('is accepted once, however often and however much at once that is posted', async () => {
    const { id } = await applying.priceChanged(NEW);
    const acceptance = acceptanceOf(NEW);
    const key = { 'idempotency-key': 'accept-1' };
    const responses = await Promise.all(Array.from({ length: 20 }, () => applying.accept(id, acceptance, key)));
    responses.push(await applying.accept(id, acceptance, key));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 202));
    expect(new Set(responses.map((response) => JSON.stringify(response.body))).size).toBe(1);
    expect(responses.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    await eventually(() => expect(requested()).toHaveLength(2));
  });

  it('is accepted by whoever has the capability, and by nobody else', async () => {
    const { id, accessToken = '' } = await applying.priceChanged(NEW);
    const anyone = { authorization: `Bearer ${PUBLIC_KEY}` };
    await applying.accept(id, acceptanceOf(NEW), anyone).expect(404);
    await applying.accept(id, acceptanceOf(NEW), { authorization: `Bearer ${OTHER_KEY}` }).expect(404);
    await applying.accept(id, acceptanceOf(NEW), { ...anyone, 'x-access-token': accessToken }).expect(202);
  });

  it('is not accepted for another total, amount or payment than it takes', async () => {
    const { id } = await applying.priceChanged(NEW);
    const refused = async (status: number, code: string, body: unknown) =>
      expect((await applying.accept(id, body).expect(status)).body.code).toBe(code);
    const { payment } = acceptanceOf(NEW);
    await applying.accept(id, acceptanceOf(NEW)).unset('idempotency-key').expect(400);
    await refused(422, 'validation-failed', { acceptedTotalMinor: NEW });
    await refused(409, 'price-changed', acceptanceOf(OLD));
    await refused(422, 'payment-mismatch', {
      acceptedTotalMinor: NEW,
      payment: { ...payment, amountMinor: NEW - OLD },
    });
    await refused(422, 'payment-mismatch', { acceptedTotalMinor: NEW, payment: { ...payment, currency: 'USD' } });
    world.payments.isCaptured = async () => false;
    await refused(422, 'payment-not-confirmed', acceptanceOf(NEW));
    world.payments.isCaptured = () => Promise.reject(new Error('away'));
    await refused(503, 'not-ready', acceptanceOf(NEW));
    world.payments.isCaptured = async () => true;
    const first = await world.ports.applications.content(id);
    const reference = first?.details.payment.reference ?? '';
    await refused(409, 'payment-already-used', { acceptedTotalMinor: NEW, payment: { ...payment, reference } });
    await applying.accept(id, acceptanceOf(NEW)).expect(202);
    await refused(409, 'not-awaiting-acceptance', acceptanceOf(NEW));
  });

  it('is not accepted under a key that was used for something else, before or meanwhile', async () => {
    const { id } = await applying.priceChanged(NEW);
    const key = { 'idempotency-key': 'once' };
    world.payments.isCaptured = async () => {
      await applying.post('/v1/quote-requests', requestToTwo(), key).expect(202);
      return true;
    };
    const acceptance = acceptanceOf(NEW);
    const meanwhile = await applying.accept(id, acceptance, key).expect(422);
    expect(meanwhile.body.code).toBe('idempotency-key-reused');
    const before = await applying.accept(id, acceptance, key).expect(422);
    expect(before.body.code).toBe('idempotency-key-reused');
    expect((await world.ports.applications.load(id))?.application.status).toBe('PRICE_CHANGED');
  });

  it('is decided on again when something else has changed in the meantime', async () => {
    const { id } = await applying.priceChanged(NEW);
    world.payments.isCaptured = async () => {
      world.payments.isCaptured = async () => true;
      await applying.accept(id, acceptanceOf(NEW)).expect(202);
      return true;
    };
    const { body } = await applying.accept(id, acceptanceOf(NEW)).expect(409);
    expect(body.code).toBe('not-awaiting-acceptance');
    const { totalMinor, refund } = (await get(world.business, `/v1/applications/${id}`)).body;
    expect({ totalMinor, refund }).toMatchObject({ totalMinor: NEW, refund: { amountMinor: OLD } });
  });

  it('expires undecided, whoever looks first, and what was paid goes back', async () => {
    const { id, links } = await applying.priceChanged(NEW);
    world.ports.clock.advance(A_DAY_MS);
    const { body } = await get(world.business, links.self).expect(200);
    expect(body).toMatchObject({
      ...{ status: 'EXPIRED', totalMinor: OLD, priceChange: null },
      refund: { amountMinor: OLD, status: 'DUE' },
    });
    const refused = await applying.accept(id, acceptanceOf(NEW)).expect(409);
    expect(refused.body.code).toBe('not-awaiting-acceptance');
  });
});
