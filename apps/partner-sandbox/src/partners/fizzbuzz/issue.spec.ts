import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FizzbuzzCaller,
  fizzbuzzIssueParams,
  fizzbuzzMagic,
  fizzbuzzMotorCall,
  fizzbuzzTravelCall,
} from '../../testing/fizzbuzz-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { textAt, valueAt } from '../../wire/json.js';

const DAY_MS = 24 * 3_600_000;

describe("F's issuance", () => {
  let test: TestSandbox;
  let fizzbuzz: FizzbuzzCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    fizzbuzz = new FizzbuzzCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('makes a policy of an offer, with a document', async () => {
    await fizzbuzz.post(fizzbuzzMotorCall());
    const { status, json } = await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'ISS-01J9-F'));
    const policy = {
      policyNo: 'FZ-2026-M-00001',
      state: 'ISSUED',
      effective: { from: '2026-12-01', to: '2027-11-30' },
      replayed: false,
      documents: [{ kind: 'SCHEDULE', mime: 'application/pdf', b64: expect.stringMatching(/^JVBERi0/) }],
    };
    expect([status, json]).toEqual([200, { jsonrpc: '2.0', id: 7, result: policy }]);
    for (const name of [{ offerId: 'FZS-0001-PLUS' }, { policyNo: 'FZ-2026-M-00001' }])
      expect((await fizzbuzz.get(name)).json).toEqual({ jsonrpc: '2.0', id: 8, result: policy });
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'fizzbuzz',
        policyNumber: 'FZ-2026-M-00001',
        quoteRef: 'FZS-0001-PLUS',
        idempotencyKey: 'ISS-01J9-F',
        issuedAt: '2026-11-23T10:00:00.000Z',
      },
    ]);
  });

  it.each([
    [{}, { from: '2026-12-20', to: '2026-12-29' }],
    [
      { annual: true, end: null },
      { from: '2026-12-20', to: '2027-12-19' },
    ],
  ])('covers a trip, or a year of them, without a vehicle', async (trip, effective) => {
    const quote = await fizzbuzz.result(fizzbuzzTravelCall(trip));
    const total = Number(valueAt(quote, ['plans', 1, 'totalMinor']));
    const { asset: _, ...params } = fizzbuzzIssueParams('FZS-0001-GOLD', 'D-1', total);
    expect((await fizzbuzz.issue(params)).json).toMatchObject({
      result: { policyNo: 'FZ-2026-T-00001', state: 'ISSUED', effective },
    });
  });

  it('repeats a policy for its dedupeKey, whatever else the params say, for thirty days', async () => {
    await fizzbuzz.post(fizzbuzzMotorCall());
    const first = await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'));
    test.clock.advance(30 * DAY_MS - 1);
    const again = await fizzbuzz.issue({ dedupeKey: 'D-1', offerId: 'FZS-0001-PLUS', totalMinor: 1_543_400 });
    const replayed = { ...Object(valueAt(first.json, ['result'])), replayed: true };
    expect(valueAt(again.json, ['result'])).toEqual(replayed);
    test.clock.advance(1);
    const later = await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'));
    expect(later.json).toMatchObject({ error: { code: -32030, data: { policyNo: 'FZ-2026-M-00001' } } });
  });

  it('refuses a dedupeKey for another offer or total, and another dedupeKey for an issued offer', async () => {
    await fizzbuzz.post(fizzbuzzMotorCall());
    await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'));
    for (const params of [fizzbuzzIssueParams('FZS-0001-BASIC', 'D-1'), fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1', 1)])
      expect((await fizzbuzz.issue(params)).json).toMatchObject({
        error: { code: -32031, message: 'dedupeKey reused' },
      });
    expect((await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-2'))).json).toEqual({
      jsonrpc: '2.0',
      id: 7,
      error: { code: -32030, message: 'Offer already issued', data: { policyNo: 'FZ-2026-M-00001' } },
    });
  });

  it('does not store refusals', async () => {
    const params = fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1');
    expect((await fizzbuzz.issue(params)).json).toMatchObject({ error: { code: -32040 } });
    await fizzbuzz.post(fizzbuzzMotorCall());
    expect((await fizzbuzz.issue(params)).json).toMatchObject({ result: { replayed: false } });
  });

  it('refuses in the order not found, issued, expired, not bindable or withdrawn, price changed, payment mismatch', async () => {
    const refusalOf = async (offerId: string, totalMinor: number) => {
      const params = { ...fizzbuzzIssueParams(offerId, 'D-2', 1), totalMinor };
      return valueAt((await fizzbuzz.issue(params)).json, ['error', 'code']);
    };
    for (const call of [fizzbuzzMotorCall(), fizzbuzzMagic('9602'), fizzbuzzMotorCall()]) await fizzbuzz.post(call);
    await fizzbuzz.issue(fizzbuzzIssueParams('FZS-0001-PLUS', 'D-1'));
    expect(await refusalOf('FZS-0001-MAX', 2)).toBe(-32040);
    expect(await refusalOf('FZS-0001-BASIC', 2)).toBe(-32034);
    expect(await refusalOf('FZS-0002-PLUS', 2)).toBe(-32034);
    expect(await refusalOf('FZS-0003-PLUS', 2)).toBe(-32033);
    expect(await refusalOf('FZS-0003-PLUS', 1_543_400)).toBe(-32035);
    test.clock.advance(3 * DAY_MS + 1);
    expect(await refusalOf('FZS-0001-PLUS', 2)).toBe(-32030);
    expect(await refusalOf('FZS-0001-BASIC', 2)).toBe(-32032);
    test.clock.advance(DAY_MS);
    expect(await refusalOf('FZS-0001-BASIC', 2)).toBe(-32040);
  });

  it('reports all violations of the params at once, the vehicle only where there is one', async () => {
    await fizzbuzz.post([fizzbuzzMotorCall(), fizzbuzzTravelCall()]);
    const paths = async (offerId: string) => {
      const { json } = await fizzbuzz.issue({ offerId, totalMinor: '1', payment: { atMs: 1 }, insured: {} });
      const violations = valueAt(json, ['error', 'data', 'violations']);
      return Array.isArray(violations) ? violations.map((violation) => textAt(violation, ['path'])) : [];
    };
    const common = [
      'params.dedupeKey',
      'params.totalMinor',
      'params.payment.ref',
      'params.payment.amountMinor',
      'params.insured.name',
    ];
    expect(await paths('FZS-0001-PLUS')).toEqual([...common, 'params.asset']);
    expect(await paths('FZS-0002-GOLD')).toEqual(common);
  });

  it('knows no policy of an offer that is not issued, and needs a name to look for', async () => {
    await fizzbuzz.post(fizzbuzzMotorCall());
    for (const name of [{ offerId: 'FZS-0001-PLUS' }, { offerId: 'FZS-9' }, { policyNo: 'FZ-2026-M-9' }])
      expect((await fizzbuzz.get(name)).json).toMatchObject({ error: { code: -32040 } });
    expect((await fizzbuzz.get({})).json).toMatchObject({
      error: { code: -32602, data: { violations: [{ path: 'params.offerId', rule: 'required', got: null }] } },
    });
  });
});
