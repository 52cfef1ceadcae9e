import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller, acmeIssueRequest, acmeMagic, acmeMotorWith } from '../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { textAt, valueAt } from '../../wire/json.js';

describe("A's issuance", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    acme = await new AcmeCaller(test.sandbox.url).signIn();
  });
  afterEach(() => test.sandbox.stop());

  /** The headers of an issuance have arrived, its body has not. */
  async function beginIssue(key: string, body: string): Promise<ClientRequest> {
    const token = textAt((await acme.token()).json, ['access_token']);
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-length': body.length,
      expect: '100-continue',
    };
    const begun = request(`${test.sandbox.url}/v1/policies`, { method: 'POST', headers });
    begun.flushHeaders();
    await once(begun, 'continue');
    return begun;
  }

  it('makes a policy of a quote, with a document', async () => {
    const quoteId = await acme.quoteId();
    test.clock.advance(723_000);
    await acme.signIn();
    const { status, json } = await acme.issue('key-1', acmeIssueRequest(quoteId));
    expect(status).toBe(201);
    const href = '/v1/policies/AGP-000001/documents/schedule.pdf';
    expect(json).toEqual({
      policyId: 'AGP-000001',
      policyNumber: 'AG/PC/2026/0000001',
      status: 'ISSUED',
      issuedAt: '2026-11-23T10:12:03Z',
      period: { from: '2026-12-01T00:00:00+05:30', to: '2027-11-30T23:59:59+05:30' },
      documents: [{ type: 'POLICY_SCHEDULE', href, contentType: 'application/pdf' }],
    });
    expect((await acme.get('/v1/policies/AGP-000001')).json).toEqual(json);
    const schedule = await acme.get(href);
    expect([schedule.status, schedule.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(schedule.bytes.toString('latin1')).toMatch(/^%PDF-/);
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'acme-general',
        policyNumber: 'AG/PC/2026/0000001',
        quoteRef: quoteId,
        idempotencyKey: 'key-1',
        issuedAt: '2026-11-23T10:12:03.000Z',
      },
    ]);
  });

  it('repeats the stored answer for the same key and bytes, and refuses other bytes', async () => {
    const body = JSON.stringify(acmeIssueRequest(await acme.quoteId()));
    const first = await acme.issue('key-1', body);
    const again = await acme.issue('key-1', body);
    expect([again.status, again.bytes]).toEqual([201, first.bytes]);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    const other = await acme.issue('key-1', `${body} `);
    expect([other.status, other.json]).toEqual([422, expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' })]);
  });

  it('scopes keys by client, and makes at most one policy of a quote', async () => {
    const body = acmeIssueRequest(await acme.quoteId());
    await acme.issue('key-1', body);
    for (const client of ['market-sbx', 'market-sbx-short']) {
      const key = client === 'market-sbx' ? 'key-2' : 'key-1';
      const refusal = await (await new AcmeCaller(test.sandbox.url).signIn(client)).issue(key, body);
      expect(refusal.status).toBe(409);
      expect(refusal.json).toMatchObject({ code: 'QUOTE_ALREADY_USED', policyId: 'AGP-000001' });
    }
  });

  it('stores refusals under their key', async () => {
    const body = acmeIssueRequest('AGQ-20261123-000001');
    expect((await acme.issue('key-1', body)).json).toMatchObject({ code: 'QUOTE_NOT_FOUND' });
    await acme.quoteId();
    expect((await acme.issue('key-1', body)).json).toMatchObject({ code: 'QUOTE_NOT_FOUND' });
    expect((await acme.issue('key-2', body)).status).toBe(201);
  });

  it('forgets a key after a day', async () => {
    const body = acmeIssueRequest(await acme.quoteId());
    await acme.issue('key-1', body);
    test.clock.advance(24 * 3_600_000);
    await acme.signIn();
    expect((await acme.issue('key-1', body)).json).toMatchObject({ code: 'QUOTE_ALREADY_USED' });
  });

  it.each(['', 'ü', 'k'.repeat(129)])('needs a key of 1 to 128 printable characters, not %p', async (key) => {
    const refusal = await acme.issue(key, acmeIssueRequest(await acme.quoteId()));
    expect([refusal.status, refusal.json]).toEqual([
      428,
      expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REQUIRED' }),
    ]);
  });

  it('does not store what is no JSON', async () => {
    const body = acmeIssueRequest(await acme.quoteId());
    expect((await acme.issue('key-1', '{')).json).toMatchObject({ status: 400, code: 'MALFORMED_JSON' });
    expect((await acme.issue('key-1', body)).status).toBe(201);
  });

  it('answers REQUEST_IN_PROGRESS while the first call with a key is still coming in', async () => {
    const body = JSON.stringify(acmeIssueRequest(await acme.quoteId()));
    const first = await beginIssue('key-1', body);
    const second = await acme.issue('key-1', body);
    expect([second.status, second.headers.get('retry-after')]).toEqual([409, '1']);
    expect(second.json).toMatchObject({ code: 'REQUEST_IN_PROGRESS' });
    first.end(body);
    const [response] = await once(first, 'response');
    response.resume();
    expect(response.statusCode).toBe(201);
    expect((await acme.issue('key-1', body)).headers.get('idempotent-replayed')).toBe('true');
  });

  it('frees the key of a call that breaks off', async () => {
    const body = JSON.stringify(acmeIssueRequest(await acme.quoteId()));
    const first = await beginIssue('key-1', body);
    first.on('error', () => undefined).destroy();
    let answer = await acme.issue('key-1', body);
    while (answer.status === 409) answer = await acme.issue('key-1', body);
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  it('reports all problems of a body at once', async () => {
    const quoteId = await acme.quoteId();
    const { status, json } = await acme.issue('key-1', { quoteId, payment: { amount: 1.5 }, proposer: {} });
    expect(status).toBe(422);
    const errors = [
      ['/acceptedTotal', 'REQUIRED'],
      ['/payment/reference', 'REQUIRED'],
      ['/payment/method', 'REQUIRED'],
      ['/payment/amount', 'FORMAT'],
      ['/payment/paidAt', 'REQUIRED'],
      ['/proposer/fullName', 'REQUIRED'],
      ['/vehicle', 'REQUIRED'],
    ];
    expect(json).toMatchObject({ errors: errors.map(([pointer, code]) => ({ pointer, code })) });
  });

  it('refuses in the order not found, already used, expired, not bindable, price changed, payment mismatch', async () => {
    const codeOf = async (key: string, body: object) => textAt((await acme.issue(key, body)).json, ['code']);
    const wrong = (quoteId: string, acceptedTotal: number) => ({ ...acmeIssueRequest(quoteId, 1), acceptedTotal });
    const referred = await acme.quoteId(acmeMagic('9102'));
    const declined = await acme.quoteId(acmeMagic('9101'));
    const firm = await acme.quoteId();
    const issued = await acme.quoteId();
    await acme.issue('issued', acmeIssueRequest(issued));
    expect(await codeOf('k1', wrong('AGQ-1', 2))).toBe('QUOTE_NOT_FOUND');
    expect(await codeOf('k2', wrong(referred, 2))).toBe('QUOTE_NOT_BINDABLE');
    expect(await codeOf('k3', wrong(declined, 2))).toBe('QUOTE_NOT_BINDABLE');
    expect(await codeOf('k4', wrong(firm, 2))).toBe('PRICE_CHANGED');
    expect(await codeOf('k5', wrong(firm, 1_738_161))).toBe('PAYMENT_MISMATCH');
    test.clock.advance(15 * 24 * 3_600_000 + 1);
    await acme.signIn();
    expect(await codeOf('k6', wrong(issued, 2))).toBe('QUOTE_ALREADY_USED');
    expect(await codeOf('k7', wrong(referred, 2))).toBe('QUOTE_EXPIRED');
  });

  it('ends on the day before the anniversary, and starts on 1 March a year after 29 February', async () => {
    const leap = acmeMotorWith({ inceptionDate: '2028-02-29', noClaim: null, expiringPolicy: null });
    const quote = await acme.quote(leap);
    const total = Number(valueAt(quote.json, ['premium', 'total']));
    const { json } = await acme.issue('key-1', acmeIssueRequest(textAt(quote.json, ['quoteId']) ?? '', total));
    expect(json).toMatchObject({ period: { from: '2028-02-29T00:00:00+05:30', to: '2029-02-28T23:59:59+05:30' } });
  });

  it('knows no policy that it has not issued', async () => {
    for (const path of ['/v1/policies/AGP-9', '/v1/policies/AGP-9/documents/schedule.pdf']) {
      const missing = await acme.get(path);
      expect([missing.status, missing.json]).toEqual([404, expect.objectContaining({ code: 'POLICY_NOT_FOUND' })]);
    }
  });
});
