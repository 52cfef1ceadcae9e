import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AcmeCaller, acmeMotorRequest, acmeMotorWith } from '../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** The success of M1 as A's text prints it (partners.md A.2). */
const M1_ANSWER = {
  partnerReference: 'Q-01J9-A',
  decision: 'ACCEPTED',
  bindable: true,
  createdAt: '2026-11-23T10:00:00Z',
  validUntil: '2026-12-08T10:00:00Z',
  reasons: [],
  premium: {
    currency: 'INR',
    lines: [
      { code: 'OD_BASIC', amount: 1546293 },
      { code: 'OD_DISCOUNT', amount: -386573 },
      { code: 'NCB_DISCOUNT', amount: -405902 },
      { code: 'ADDON_ZD', amount: 329700 },
      { code: 'ADDON_RSA', amount: 14900 },
      { code: 'TP_BASIC', amount: 341600 },
      { code: 'PA_OWNER_DRIVER', amount: 33000 },
    ],
    net: 1473018,
    taxes: [{ code: 'GST', rateBp: 1800, amount: 265143 }],
    total: 1738161,
  },
  insuredValue: { recommended: 47100000, minimum: 42390000, maximum: 51810000, applied: 47100000 },
  deductible: { compulsory: 100000, voluntary: 0 },
  unavailableAddOns: [],
};

describe("A's quote", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeAll(async () => {
    test = await startTestSandbox();
    acme = await new AcmeCaller(test.sandbox.url).signIn();
  });
  afterAll(() => test.sandbox.stop());

  it('is the printed one for the printed request, and can be read again', async () => {
    const quote = await acme.quote();
    expect(quote.status).toBe(201);
    expect(quote.headers.get('content-type')).toBe('application/json');
    expect(quote.json).toEqual({ quoteId: 'AGQ-20261123-000001', ...M1_ANSWER });
    const location = quote.headers.get('location') ?? '';
    expect(location).toBe('/v1/quotes/AGQ-20261123-000001');
    const again = await acme.get(location);
    expect([again.status, again.bytes]).toEqual([200, quote.bytes]);
  });

  it('does not de-duplicate by reference', async () => {
    expect(await acme.quoteId()).not.toBe(await acme.quoteId());
  });

  it('has no insured value for liability cover', async () => {
    const { json } = await acme.quote(acmeMotorWith({ coverage: 'LIABILITY', addOns: ['ZD'], insuredValue: 1 }));
    expect(json).not.toHaveProperty('insuredValue');
    expect(json).toMatchObject({
      deductible: { compulsory: 0, voluntary: 0 },
      unavailableAddOns: [{ code: 'ZD', reason: 'COVER_TYPE' }],
    });
  });

  it('takes the insured value that was asked for, within the range', async () => {
    const { json } = await acme.quote(acmeMotorWith({ insuredValue: 51810000, voluntaryDeductible: 250000 }));
    expect(json).toMatchObject({
      insuredValue: { applied: 51810000 },
      deductible: { compulsory: 100000, voluntary: 250000 },
    });
  });

  it('computes the entitled no-claims bonus from what it is told', async () => {
    const claimed = acmeMotorWith({ noClaim: { previousPercent: 25, claimsInExpiringPolicy: 1 } });
    expect(JSON.stringify((await acme.quote(claimed)).json)).not.toContain('NCB_DISCOUNT');
  });

  it('takes a new vehicle without a plate, a plate without a series and one of the BH series', async () => {
    const nameless = acmeMotorWith({}, { registrationNumber: null, isNew: true });
    const seriesless = acmeMotorWith({}, { registrationNumber: 'MH-12-1234' });
    const bh = acmeMotorWith({}, { registrationNumber: '22-BH-1234-AA', isNew: undefined });
    for (const request of [nameless, seriesless, bh]) expect((await acme.quote(request)).status).toBe(201);
  });

  it('is a decline without a premium for a vehicle of 180 months', async () => {
    const { status, json } = await acme.quote(acmeMotorWith({}, { firstRegistered: '2011-12-01' }));
    expect(status).toBe(201);
    expect(json).toEqual({
      quoteId: expect.stringMatching(/^AGQ-20261123-\d{6}$/),
      partnerReference: 'Q-01J9-A',
      decision: 'DECLINED',
      bindable: false,
      createdAt: '2026-11-23T10:00:00Z',
      validUntil: '2026-12-08T10:00:00Z',
      reasons: [{ code: 'AG-D01', message: 'Vehicle is 180 months or older' }],
    });
  });

  it('is a referral with a price for a high value and for a lapsed previous policy, both at once', async () => {
    const expiringPolicy = { expiryDate: '2026-11-29' };
    const lapsed = acmeMotorWith({ expiringPolicy });
    const both = acmeMotorWith({ expiringPolicy }, { modelCode: '410306', fuel: 'H', firstRegistered: '2026-11-01' });
    expect((await acme.quote(lapsed)).json).toMatchObject({
      decision: 'REFERRED',
      bindable: false,
      reasons: [{ code: 'AG-R02' }],
      premium: { currency: 'INR' },
    });
    expect((await acme.quote(both)).json).toMatchObject({ reasons: [{ code: 'AG-R01' }, { code: 'AG-R02' }] });
    const liability = acmeMotorWith({ expiringPolicy, coverage: 'LIABILITY' });
    expect((await acme.quote(liability)).json).toMatchObject({ decision: 'ACCEPTED' });
  });

  it('prices two-wheelers too', async () => {
    const request = acmeMotorWith(
      {
        inceptionDate: '2026-12-10',
        noClaim: { previousPercent: 20, claimsInExpiringPolicy: 0 },
        expiringPolicy: { expiryDate: '2026-12-09' },
        addOns: ['ZD'],
      },
      { modelCode: '520203', rto: 'KA-19', firstRegistered: '2022-03-05' },
    );
    const { json } = await acme.quote({ ...request, product: 'TWO_WHEELER' });
    expect(json).toMatchObject({ premium: { total: 338868 }, deductible: { compulsory: 10000 } });
  });

  it('knows no product but those that A sells', async () => {
    const { status, json } = await acme.quote({ product: 'TRAVEL' });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/product', code: 'ENUM' }] });
    expect((await acme.quote({})).json).toMatchObject({ errors: [{ pointer: '/product', code: 'REQUIRED' }] });
  });

  it('answers what is not JSON with 400', async () => {
    const refusal = await acme.quote('{"product":');
    expect([refusal.status, refusal.json]).toEqual([400, expect.objectContaining({ code: 'MALFORMED_JSON' })]);
  });

  it('is not found under a number that was never given, nor a day after its validity', async () => {
    const missing = await acme.get('/v1/quotes/AGQ-20261123-999999');
    expect([missing.status, missing.json]).toEqual([404, expect.objectContaining({ code: 'QUOTE_NOT_FOUND' })]);
    const kept = await startTestSandbox();
    const caller = await new AcmeCaller(kept.sandbox.url).signIn();
    const path = `/v1/quotes/${await caller.quoteId(acmeMotorRequest)}`;
    kept.clock.advance(16 * 24 * 3_600_000 - 1);
    expect((await (await caller.signIn()).get(path)).status).toBe(200);
    kept.clock.advance(1);
    expect((await caller.get(path)).status).toBe(404);
    await kept.sandbox.stop();
  });
});
