import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EleventhHourCaller,
  eleventhHourHealthRequest,
  eleventhHourIssueRequest,
  eleventhHourMagic,
  eleventhHourTermRequest,
  requestId,
} from '../../testing/eleventh-hour-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { parseJson, textAt, valueAt } from '../../wire/json.js';

const DAY_MS = 24 * 3_600_000;

describe("E's issuance", () => {
  let test: TestSandbox;
  let eleventhHour: EleventhHourCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    eleventhHour = new EleventhHourCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  async function offerId(body: object = eleventhHourHealthRequest): Promise<string> {
    const jobId = await eleventhHour.jobId(body);
    test.clock.advance(5_000);
    const done = await eleventhHour.poll(jobId);
    return textAt(done.json, ['result', 'offer', 'offerId']) ?? '';
  }

  async function resultOf(body: object): Promise<unknown> {
    const { json } = await eleventhHour.issue(body);
    test.clock.advance(10_000);
    return valueAt((await eleventhHour.pollPolicy(textAt(json, ['jobId']) ?? '')).json, ['result']);
  }

  it('makes a policy of an offer within two seconds, with a document', async () => {
    const offer = await offerId();
    const accepted = await eleventhHour.issue(eleventhHourIssueRequest(offer), requestId(1));
    const statusUrl = '/api/v3/policies/ehp_00000001';
    expect([accepted.status, accepted.headers.get('location')]).toEqual([202, statusUrl]);
    expect(accepted.json).toMatchObject({ jobId: 'ehp_00000001', state: 'QUEUED', statusUrl });
    const url = '/api/v3/documents/ehd_1.pdf';
    expect((await eleventhHour.get(url)).status).toBe(404);
    test.clock.advance(1_999);
    expect((await eleventhHour.get(statusUrl)).json).toMatchObject({ state: 'RUNNING' });
    expect(test.sandbox.policies()).toEqual([]);
    test.clock.advance(1_000);
    expect((await eleventhHour.get(statusUrl)).json).toEqual({
      jobId: 'ehp_00000001',
      state: 'DONE',
      result: {
        outcome: 'ISSUED',
        policyNumber: 'EH-H-000000001',
        coverFrom: '2026-12-01',
        coverTo: '2027-11-30',
        documents: [{ kind: 'POLICY', url }],
      },
    });
    const document = await eleventhHour.get(url);
    expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(document.bytes.toString('latin1')).toMatch(/^%PDF-/);
    expect(test.sandbox.policies()).toEqual([
      {
        partner: 'eleventh-hour',
        policyNumber: 'EH-H-000000001',
        quoteRef: offer,
        idempotencyKey: requestId(1),
        issuedAt: '2026-11-23T10:00:07.000Z',
      },
    ]);
  });

  it('of a life takes the first instalment, and covers the term', async () => {
    const offer = await offerId(eleventhHourTermRequest);
    expect(await resultOf(eleventhHourIssueRequest(offer, '1105.38'))).toMatchObject({
      outcome: 'ISSUED',
      policyNumber: 'EH-T-000000001',
      coverFrom: '2026-12-01',
      coverTo: '2046-11-30',
    });
  });

  it('keeps its job under its X-Request-Id for thirty days, apart from those of quotes', async () => {
    const body = eleventhHourIssueRequest(await offerId());
    await eleventhHour.submit(eleventhHourHealthRequest, requestId(1));
    const first = await eleventhHour.issue(body, requestId(1));
    expect(first.json).toMatchObject({ jobId: 'ehp_00000001' });
    test.clock.advance(30 * DAY_MS - 1);
    expect((await eleventhHour.issue('not json', requestId(1))).bytes).toEqual(first.bytes);
    expect((await eleventhHour.pollPolicy('ehp_00000001')).json).toMatchObject({ result: { outcome: 'ISSUED' } });
    expect(test.sandbox.policies()).toHaveLength(1);
  });

  it('stores a refusal under its X-Request-Id, and leaves the offer usable', async () => {
    const offer = await offerId();
    await eleventhHour.issue(eleventhHourIssueRequest(offer, '1.00'), requestId(1));
    await eleventhHour.issue(eleventhHourIssueRequest(offer), requestId(1));
    test.clock.advance(2_000);
    expect((await eleventhHour.pollPolicy('ehp_00000001')).json).toMatchObject({ result: { outcome: 'REFUSED' } });
    expect(await resultOf(eleventhHourIssueRequest(offer))).toMatchObject({ outcome: 'ISSUED' });
  });

  it('refuses in the order already used, expired, not binding, price changed, payment mismatch', async () => {
    const wrong = (offer: string, total: string) => ({ ...eleventhHourIssueRequest(offer, '1.00'), total });
    const [issued, firm] = [await offerId(), await offerId()];
    const referred = await offerId(eleventhHourMagic('9502'));
    await resultOf(eleventhHourIssueRequest(issued));
    const refused = (code: string, members: object = {}) => ({
      outcome: 'REFUSED',
      error: { code, retryable: false, ...members },
    });
    expect(await resultOf(wrong(referred, '2.00'))).toEqual(refused('EH-4095'));
    expect(await resultOf(wrong(firm, '2.00'))).toEqual(refused('EH-4092', { newTotal: '15186.07' }));
    expect(await resultOf(wrong(firm, '15186.07'))).toEqual(refused('EH-4094'));
    test.clock.advance(30 * DAY_MS);
    const used = refused('EH-4093', { policyNumber: 'EH-H-000000001' });
    expect(await resultOf(wrong(issued, '2.00'))).toEqual(used);
    expect(await resultOf(wrong(referred, '2.00'))).toEqual(refused('EH-4091'));
  });

  it('knows no offer before its job is done, nor one that never was', async () => {
    await eleventhHour.jobId();
    for (const offer of ['eho_00000001', 'eho_00000099']) {
      const { status, json } = await eleventhHour.issue(eleventhHourIssueRequest(offer));
      expect([status, json]).toMatchObject([400, { errors: [{ code: 'EH-4002', target: 'offerId' }] }]);
    }
  });

  it('reports all problems of a body at once', async () => {
    const { status, json } = await eleventhHour.issue({
      offerId: 'eho_1',
      total: '15186.7',
      payment: { amount: 1, receivedAt: '2026-11-23' },
      holder: {},
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      errors: [
        { target: 'offerId', code: 'EH-4002' },
        { target: 'total', code: 'EH-4001' },
        { target: 'payment.ref', code: 'EH-4003' },
        { target: 'payment.amount', code: 'EH-4001' },
        { target: 'payment.receivedAt', code: 'EH-4001' },
        { target: 'holder.fullName', code: 'EH-4003' },
      ],
    });
    expect((await eleventhHour.issue('{')).json).toMatchObject({ errors: [{ code: 'EH-4001', target: null }] });
  });

  it('pushes its result to the callback of its own', async () => {
    const receiver = new WebhookReceiver();
    const url = await receiver.listen();
    await eleventhHour.issue({ ...eleventhHourIssueRequest(await offerId()), callback: { url } });
    const held = await test.waits.next();
    expect(held.ms).toBe(2_000);
    held.release();
    expect(parseJson((await receiver.next()).body)).toMatchObject({
      type: 'policy.completed',
      jobId: 'ehp_00000001',
      externalRef: 'ISS-01J9-E',
      result: { outcome: 'ISSUED' },
    });
    await test.sandbox.stop();
    await receiver.close();
    test = await startTestSandbox();
  });
});
