import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EleventhHourCaller, eleventhHourHealthWith, eleventhHourMagic } from '../../testing/eleventh-hour-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';
import { type Delivery, type Reception, WebhookReceiver } from '../../testing/webhook-receiver.js';
import { parseJson } from '../../wire/json.js';
import { signatureOf, WEBHOOK_SECRET } from './signature.js';

const declined = {
  persons: [{ ref: 'p1', relationship: 'SELF', birthDate: '1992-03-14', conditions: ['CARDIAC'], tobacco: false }],
};

describe("E's webhook", () => {
  let test: TestSandbox;
  let eleventhHour: EleventhHourCaller;
  let receiver: WebhookReceiver;
  let receivers: WebhookReceiver[];

  /** Submits a request whose result is pushed to a receiver that takes deliveries so. */
  async function submit(body: (callback: object) => object, receptions: readonly Reception[] = []): Promise<void> {
    receiver = new WebhookReceiver(receptions);
    receivers.push(receiver);
    const url = await receiver.listen();
    expect((await eleventhHour.submit(body({ callback: { url } }))).status).toBe(202);
  }

  /** Ends the next wait once it has begun; time passes meanwhile. */
  async function pass(ms: number): Promise<void> {
    const held = await test.waits.next();
    expect(held.ms).toBe(ms);
    test.clock.advance(ms);
    held.release();
  }

  /** Every attempt may take five seconds; one that is over is not waited for. */
  async function attempt(): Promise<void> {
    expect((await test.waits.next()).ms).toBe(5_000);
  }

  beforeEach(async () => {
    test = await startTestSandbox();
    eleventhHour = new EleventhHourCaller(test.sandbox.url);
    receivers = [];
  });
  afterEach(async () => {
    await test.sandbox.stop();
    await Promise.all(receivers.map((taken) => taken.close()));
  });

  it('pushes the printed result when the job is done, signed', async () => {
    test.clock.advance(1_000);
    await submit((callback) => eleventhHourHealthWith(declined, callback));
    await pass(3_000);
    const { headers, body } = await receiver.next();
    expect(body.toString()).toBe(
      '{"eventId":"evt_00000001","type":"quote.completed","jobId":"ehj_00000001","externalRef":"Q-01J9-E",' +
        '"occurredAt":"2026-11-23T15:30:04+05:30","result":{"outcome":"DECLINE",' +
        '"reasons":[{"code":"EH-D2","text":"Declared condition not insurable"}]}}',
    );
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-eh-event-id': 'evt_00000001',
      'x-eh-delivery-attempt': '1',
      'x-eh-signature': signatureOf(1_795_428_004, body, WEBHOOK_SECRET),
    });
    expect((await eleventhHour.poll('ehj_00000001')).json).toMatchObject({ state: 'DONE' });
  });

  it('pushes again after 5 and after 25 seconds, the same event at a new time, and then no more', async () => {
    await submit((callback) => eleventhHourHealthWith({}, callback), [500, 302, 404]);
    const deliveries: Delivery[] = [];
    for (const ms of [3_000, 5_000, 25_000]) {
      await pass(ms);
      deliveries.push(await receiver.next());
      await attempt();
    }
    expect(deliveries.map(({ headers }) => headers['x-eh-delivery-attempt'])).toEqual(['1', '2', '3']);
    expect(new Set(deliveries.map(({ headers }) => headers['x-eh-event-id'])).size).toBe(1);
    expect(deliveries.map(({ headers, body }) => [headers['x-eh-signature'], body])).toEqual(
      [3, 8, 33].map((seconds) => {
        const body = deliveries[0]?.body ?? Buffer.of();
        return [signatureOf(1_795_428_000 + seconds, body, WEBHOOK_SECRET), body];
      }),
    );
    expect(receiver.unread).toBe(0);
  });

  it('gives up an attempt that is not answered within five seconds', async () => {
    await submit((callback) => eleventhHourHealthWith({}, callback), ['silence']);
    await pass(3_000);
    await receiver.next();
    await pass(5_000);
    await pass(5_000);
    expect((await receiver.next()).headers).toMatchObject({ 'x-eh-delivery-attempt': '2' });
  });

  it('outlives a receiver that is not there', async () => {
    await submit((callback) => eleventhHourHealthWith({}, callback));
    await receiver.close();
    receivers = [];
    await pass(3_000);
    await attempt();
    expect((await test.waits.next()).ms).toBe(5_000);
    expect((await eleventhHour.poll('ehj_00000001')).json).toMatchObject({ state: 'DONE' });
  });

  it('07 pushes half of the result, correctly signed', async () => {
    await submit((callback) => eleventhHourMagic('9507', callback));
    await pass(3_000);
    const { headers, body } = await receiver.next();
    expect(parseJson(body)).toBeUndefined();
    expect(headers['x-eh-signature']).toBe(signatureOf(1_795_428_003, body, WEBHOOK_SECRET));
  });

  it('13 pushes twice, 50 ms apart, the same event', async () => {
    await submit((callback) => eleventhHourMagic('9513', callback), ['silence']);
    await pass(3_000);
    await attempt();
    await pass(50);
    const [first, second] = [await receiver.next(), await receiver.next()];
    expect([first, second].map(({ headers }) => headers['x-eh-delivery-attempt'])).toEqual(['1', '2']);
    expect(second.body).toEqual(first.body);
    expect(second.headers['x-eh-event-id']).toBe(first.headers['x-eh-event-id']);
  });

  it('13 pushes a third time only when both have failed', async () => {
    await submit((callback) => eleventhHourMagic('9513', callback), [500, 500]);
    await pass(3_000);
    await attempt();
    await pass(50);
    await attempt();
    await pass(25_000);
    expect([await receiver.next(), await receiver.next(), await receiver.next()].at(-1)?.headers).toMatchObject({
      'x-eh-delivery-attempt': '3',
    });
  });

  it('05 never pushes anything', async () => {
    await submit((callback) => eleventhHourMagic('9505', callback));
    await submit((callback) => eleventhHourMagic('1234', callback));
    await pass(3_000);
    expect(parseJson((await receiver.next()).body)).toMatchObject({ jobId: 'ehj_00000002', eventId: 'evt_00000001' });
  });

  it('dies with the sandbox: what has not left never does', async () => {
    await submit((callback) => eleventhHourHealthWith({}, callback));
    await test.waits.next();
    await test.sandbox.stop();
    expect(receiver.unread).toBe(0);
    test = await startTestSandbox();
  });
});
