import { randomUUID } from 'node:crypto';
import { eventSchema, issuanceRequested, issuanceSecrets } from '@app/contracts';
import { eventually, offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get } from '../testing/api-calls.js';
import { KEY, OTHER_KEY, PUBLIC_KEY, partnerSealers } from '../testing/business-under-test.js';
import { type Applying, applicationFor } from './testing/applying.js';
import { type ApplyingWorld, startApplying } from './testing/applying-world.js';

const ISSUANCE = 'policy.issuance-requested.v1';
const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('an application', () => {
  let world: ApplyingWorld;
  let applying: Applying;
  beforeEach(async () => {
    world = await startApplying();
    ({ applying } = world);
  });
  afterEach(() => world.business.stop());

  it('is accepted with its own place and capability, and goes to its partner once', async () => {
    const { quote, offer: made } = await applying.quoted();
    const response = await applying.apply(applicationFor(made), { traceparent: TRACEPARENT }).expect(202);
    const { body, headers } = response;
    expect(headers.location).toBe(`/v1/applications/${body.id}`);
    expect(body).toEqual({
      ...{ id: body.id, offerId: made.offerId, quoteRequestId: quote.id, partner: 'acme-general', version: 1 },
      ...{ createdAt: world.ports.clock.now().toISOString(), status: 'SUBMITTED', policyNumber: null, period: null },
      ...{ totalMinor: made.premium.totalMinor, currency: 'INR', priceChange: null, refund: null, documents: [] },
      events: [{ at: world.ports.clock.now().toISOString(), status: 'SUBMITTED', attempt: 1, reason: null }],
      links: { self: headers.location },
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    await eventually(() => expect(world.sent()).toHaveLength(1));
    expect(world.ports.publisher.published.find(({ attributes }) => attributes.type === ISSUANCE)).toMatchObject({
      topic: 'queue:policy-issuance-acme-general',
      attributes: { partnerId: 'acme-general' },
      correlationId: quote.id,
    });
    expect(String(world.sent()[0]?.traceparent)).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('tells its partner everything, what is personal sealed, with the consent to issue', async () => {
    const { offer: made } = await applying.quoted();
    const asked = applicationFor(made);
    const { body } = await applying.apply(asked).expect(202);
    await eventually(() => expect(world.sent()).toHaveLength(1));
    const { data } = eventSchema(issuanceRequested).parse(world.sent()[0]);
    expect(data).toMatchObject({
      ...{ applicationId: body.id, attempt: 1, acceptances: 0, acceptedTotalMinor: made.premium.totalMinor },
      ...{ partnerQuoteRef: made.partnerQuoteRef, planCode: made.planCode },
      request: { consent: { purposes: expect.arrayContaining(['SHARE_WITH_PARTNERS', 'ISSUE']) } },
    });
    const secrets = issuanceSecrets.parse(await partnerSealers.get('acme-general')?.open(data.sealed));
    const { offerId: _, acceptedTotalMinor: __, ...details } = asked;
    expect(secrets.application).toEqual(details);
    expect(JSON.stringify(world.sent())).not.toContain('Asha');
  });

  it('knows when its cover would begin and end, what was due, and how long the offer stands', async () => {
    const instalments = [{ count: 3, amountMinor: 579_387, firstDue: '2026-12-01' }];
    const premium = { ...offer().premium, instalments };
    const { offer: split } = await applying.quoted({ premium });
    const whole = applicationFor(split);
    await applying.apply(whole).expect(422);
    await applying.apply({ ...whole, payment: { ...whole.payment, amountMinor: 579_387 } }).expect(202);
    expect(await world.stored()).toMatchObject([
      {
        ...{ totalMinor: premium.totalMinor, dueMinor: 579_387, offerValidUntil: split.validUntil },
        expectedPeriod: { from: expect.stringMatching(/^20\d\d-/), to: expect.stringMatching(/^20\d\d-/) },
      },
    ]);
  });

  it('goes on when the consent to its quote request is withdrawn afterwards', async () => {
    const { quote, offer: made } = await applying.quoted();
    const { body } = await applying.apply(applicationFor(made)).expect(202);
    await applying.post(`${quote.links.self}/consent-withdrawals`, '').expect(204);
    await eventually(() => expect(world.sent()).toHaveLength(1));
    expect((await get(world.business, body.links.self).expect(200)).body.status).toBe('SUBMITTED');
    expect(await world.ports.applications.content(body.id)).toMatchObject({
      details: { proposer: { fullName: 'Asha Rao' } },
    });
  });

  it('is read by its capability, and by a confidential client that made it', async () => {
    const { quote, offer: made } = await applying.quoted();
    const anyone = { authorization: `Bearer ${PUBLIC_KEY}` };
    const capability = { ...anyone, 'x-access-token': quote.accessToken ?? '' };
    const { body } = await applying.apply(applicationFor(made), capability).expect(202);
    const read = (headers: Record<string, string>) => get(world.business, body.links.self, headers);
    const { accessToken, ...view } = body;
    expect((await read({ ...anyone, 'x-access-token': accessToken }).expect(200)).body).toEqual(view);
    expect((await read({ 'x-access-token': accessToken }).expect(200)).body).toEqual(view);
    await read(anyone).expect(404);
    await read(capability).expect(404);
    await read({ authorization: `Bearer ${KEY}` }).expect(404);
    const mine = await applying.submitted();
    await get(world.business, mine.links.self).expect(200);
    await get(world.business, mine.links.self, { authorization: `Bearer ${OTHER_KEY}` }).expect(404);
    await get(world.business, `/v1/applications/${randomUUID()}`).expect(404);
  });
});
