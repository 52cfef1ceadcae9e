import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller, acmeIssueRequest, acmeMagic } from '../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("A's magic values", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    acme = await new AcmeCaller(test.sandbox.url).signIn();
  });
  afterEach(() => test.sandbox.stop());

  it.each(['9101', '9001'])('01 (%s) declines instead of the rules', async (value) => {
    const { status, json } = await acme.quote(acmeMagic(value));
    expect(status).toBe(201);
    expect(json).toMatchObject({ decision: 'DECLINED', bindable: false, reasons: [{ code: 'AG-D99' }] });
    expect(json).not.toHaveProperty('premium');
  });

  it.each(['9301', '9113', '9199', '1901'])('%s is ordinary', async (value) => {
    expect((await acme.quote(acmeMagic(value))).json).toMatchObject({ decision: 'ACCEPTED' });
  });

  it('02 refers after the referrals of the rules, and lets a decline stand', async () => {
    const lapsed = acmeMagic('9102', { expiringPolicy: { expiryDate: '2026-11-01' } });
    expect((await acme.quote(lapsed)).json).toMatchObject({
      decision: 'REFERRED',
      bindable: false,
      reasons: [{ code: 'AG-R02' }, { code: 'AG-R99' }],
      premium: { currency: 'INR' },
    });
    const old = acmeMagic('9102', { inceptionDate: '2046-12-01' });
    expect((await acme.quote(old)).json).toMatchObject({ decision: 'DECLINED', reasons: [{ code: 'AG-D01' }] });
  });

  it('03 always fails and asks for two seconds', async () => {
    for (let call = 0; call < 3; call += 1) {
      const { status, headers, json } = await acme.quote(acmeMagic('9103'));
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      expect(json).toEqual({
        type: 'about:blank',
        title: 'Rating engine unavailable',
        status: 503,
        code: 'UPSTREAM_UNAVAILABLE',
        retryable: true,
      });
    }
  });

  it('04 fails twice, succeeds, and starts again, for each client and value', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await acme.quote(acmeMagic('9104'))).status);
    expect(statuses).toEqual([503, 503, 201, 503]);
    expect((await acme.quote(acmeMagic('9004'))).headers.get('retry-after')).toBe('1');
    const other = await new AcmeCaller(test.sandbox.url).signIn('market-sbx-quoteonly');
    expect((await other.quote(acmeMagic('9104'))).status).toBe(503);
    expect((await other.quote(acmeMagic('9104'))).status).toBe(503);
    expect((await other.quote(acmeMagic('9104'))).status).toBe(201);
  });

  it.each([
    ['05', 45_000],
    ['11', 4_000],
  ])('%s gives the ordinary answer after %p ms', async (number, ms) => {
    const answer = acme.quote(acmeMagic(`91${number}`));
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    expect((await acme.get('/v1/quotes/AGQ-20261123-000001')).status).toBe(200);
    held.release();
    expect((await answer).json).toMatchObject({ decision: 'ACCEPTED' });
  });

  it('06 breaks', async () => {
    const { status, json } = await acme.quote(acmeMagic('9106'));
    expect([status, json]).toEqual([500, expect.objectContaining({ code: 'INTERNAL_ERROR' })]);
  });

  it('07 sends half a body that claims to be whole', async () => {
    const { bytes: whole } = await acme.quote(acmeMagic('1234'));
    const { status, headers, bytes } = await acme.quote(acmeMagic('9107'));
    expect(status).toBe(201);
    expect(headers.get('content-length')).toBe(String(Math.floor(whole.length / 2)));
    expect(bytes).toHaveLength(Math.floor(whole.length / 2));
    expect(whole.toString().replace('000001', '000002').startsWith(bytes.toString())).toBe(true);
  });

  it('08 asks ₹500 more at issuance, and leaves the quote as it was', async () => {
    const quoteId = await acme.quoteId(acmeMagic('9108'));
    const refusal = await acme.issue('k1', acmeIssueRequest(quoteId));
    expect(refusal.status).toBe(409);
    expect(refusal.json).toMatchObject({ code: 'PRICE_CHANGED', newTotal: 1_788_161 });
    expect((await acme.get(`/v1/quotes/${quoteId}`)).json).toMatchObject({ premium: { total: 1_738_161 } });
    expect((await acme.issue('k1', acmeIssueRequest(quoteId))).headers.get('idempotent-replayed')).toBe('true');
    const accepted = await acme.issue('k2', acmeIssueRequest(quoteId, 1_788_161));
    expect([accepted.status, accepted.json]).toEqual([201, expect.objectContaining({ status: 'ISSUED' })]);
  });

  it('09 issues and hangs up; the repeat under the same key has the policy', async () => {
    const body = acmeIssueRequest(await acme.quoteId(acmeMagic('9109')));
    await expect(acme.issue('k1', body)).rejects.toThrow();
    const [issued, ...others] = test.sandbox.policies();
    expect(others).toEqual([]);
    const repeat = await acme.issue('k1', body);
    expect([repeat.status, repeat.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(repeat.json).toMatchObject({ policyNumber: issued?.policyNumber });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('10 is pending for ten seconds; the repeat keeps the stored 202', async () => {
    const body = acmeIssueRequest(await acme.quoteId(acmeMagic('9110')));
    const pending = await acme.issue('k1', body);
    const period = { from: '2026-12-01T00:00:00+05:30', to: '2027-11-30T23:59:59+05:30' };
    expect([pending.status, pending.json]).toEqual([
      202,
      { policyId: 'AGP-000001', status: 'PENDING', period, documents: [] },
    ]);
    const schedule = '/v1/policies/AGP-000001/documents/schedule.pdf';
    expect((await acme.get(schedule)).status).toBe(404);
    expect(test.sandbox.policies()).toEqual([]);
    test.clock.advance(10_000);
    expect((await acme.issue('k1', body)).json).toEqual(pending.json);
    expect((await acme.get('/v1/policies/AGP-000001')).json).toMatchObject({
      status: 'ISSUED',
      policyNumber: 'AG/PC/2026/0000001',
      issuedAt: '2026-11-23T10:00:10Z',
    });
    expect((await acme.get(schedule)).status).toBe(200);
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('12 is valid for five seconds', async () => {
    const { json } = await acme.quote(acmeMagic('9112'));
    expect(json).toMatchObject({ quoteId: 'AGQ-20261123-000001', validUntil: '2026-11-23T10:00:05Z' });
    test.clock.advance(5_001);
    const refusal = await acme.issue('k1', acmeIssueRequest('AGQ-20261123-000001'));
    expect([refusal.status, refusal.json]).toEqual([410, expect.objectContaining({ code: 'QUOTE_EXPIRED' })]);
  });

  it('act on issuance where they delay: 05 waits there too, and only the first time', async () => {
    const quoted = acme.quoteId(acmeMagic('9105'));
    (await test.waits.next()).release();
    const body = acmeIssueRequest(await quoted);
    const first = acme.issue('k1', body);
    const held = await test.waits.next();
    expect((await acme.issue('k1', body)).headers.get('idempotent-replayed')).toBe('true');
    held.release();
    expect((await first).status).toBe(201);
  });
});
