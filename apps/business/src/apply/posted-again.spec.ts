import { eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestToTwo } from '../testing/api-calls.js';
import { type Applying, applicationFor } from './testing/applying.js';
import { type ApplyingWorld, startApplying } from './testing/applying-world.js';

describe('an application that is posted again', () => {
  let world: ApplyingWorld;
  let applying: Applying;
  beforeEach(async () => {
    world = await startApplying();
    ({ applying } = world);
  });
  afterEach(() => world.business.stop());

  it('is answered with the same, and nothing is sent twice', async () => {
    const { offer: made } = await applying.quoted();
    const body = applicationFor(made);
    const key = { 'idempotency-key': 'apply-1' };
    const first = await applying.apply(body, key).expect(202);
    const again = await applying.apply(JSON.stringify(body, null, 1), key).expect(202);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: first.headers.location });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await world.stored()).toHaveLength(1);
  });

  it('is one application and one message, though a hundred equal posts come at once', async () => {
    const { offer: made } = await applying.quoted();
    const body = applicationFor(made);
    const key = { 'idempotency-key': 'apply-1' };
    const responses = await Promise.all(Array.from({ length: 100 }, () => applying.apply(body, key)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(responses.map((response) => JSON.stringify(response.body))).size).toBe(1);
    expect(responses.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    await eventually(() => expect(world.sent()).toHaveLength(1));
    expect(await world.stored()).toHaveLength(1);
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
    world.payments.isCaptured = () => Promise.reject(new Error('away'));
    world.ports.clock.advance(86_000_000);
    expect((await applying.apply(body, key).expect(202)).body).toEqual(first.body);
  });
});
