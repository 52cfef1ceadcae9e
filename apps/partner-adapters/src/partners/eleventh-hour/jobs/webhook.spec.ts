import { eleventhHour } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { signatureOf } from '../webhook-signature.js';
import { PushedResults } from './pushed-results.js';
import { quoteWebhook } from './webhook.js';

const secret = 'ehw_5b1c0de2a94f4e37';
const now = new Date('2026-11-23T10:00:04Z');
const t = now.getTime() / 1_000;

/** The printed delivery of partners.md E.4. */
const result = { outcome: 'DECLINE', reasons: [{ code: 'EH-D2', text: 'Declared condition not insurable' }] };
const event = { eventId: 'evt_00000042', type: 'quote.completed', jobId: 'ehj_00000042', result };

describe('the webhook of Eleventh Hour', () => {
  function webhook() {
    const results: unknown[] = [];
    const unused: string[] = [];
    const pushed = new PushedResults({ limit: 2, onUnused: (jobId) => unused.push(jobId) });
    const { receive } = quoteWebhook({ secret, now: () => now, pushed });
    const deliver = (content: string | object, key = secret) => {
      const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
      return receive({ headers: { 'x-eh-signature': signatureOf(body, t, key) }, body });
    };
    return { pushed, results, unused, deliver, receive, take: (one: unknown) => void results.push(one) };
  }

  it('is where the registry says that results are pushed to', () => {
    const { path } = quoteWebhook({ secret, now: () => now, pushed: webhook().pushed });
    expect(path).toBe(eleventhHour.webhookPath);
  });

  it('hands a result to whoever waits for its job', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.wait('ehj_00000042', take);
    expect(deliver(event)).toBe(204);
    expect(results).toEqual([result]);
  });

  it('keeps a result until its job is waited for', () => {
    const { pushed, deliver, results, take } = webhook();
    expect(deliver(event)).toBe(204);
    pushed.wait('ehj_00000042', take);
    expect(results).toEqual([result]);
  });

  it('acknowledges a second delivery of an event and does nothing about it', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.wait('ehj_00000042', take);
    expect([deliver(event), deliver(event)]).toEqual([204, 204]);
    expect(results).toHaveLength(1);
  });

  it('hands nothing to whoever has stopped waiting', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.wait('ehj_00000042', take)();
    deliver(event);
    expect(results).toEqual([]);
  });

  it('refuses what is not signed, not signed with our secret, or not whole', () => {
    const { pushed, deliver, receive, results, take } = webhook();
    pushed.wait('ehj_00000042', take);
    expect(receive({ headers: {}, body: Buffer.from(JSON.stringify(event)) })).toBe(401);
    expect(deliver(event, 'another secret')).toBe(401);
    expect(deliver(JSON.stringify(event).slice(0, 60))).toBe(400);
    expect(deliver({ type: 'quote.completed' })).toBe(400);
    expect(results).toEqual([]);
  });

  it('takes a refused delivery when it comes again whole', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.wait('ehj_00000042', take);
    deliver(JSON.stringify(event).slice(0, 60));
    expect(deliver(event)).toBe(204);
    expect(results).toHaveLength(1);
  });

  it('acknowledges events of other types', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.wait('ehp_00000007', take);
    expect(deliver({ ...event, type: 'policy.completed', jobId: 'ehp_00000007' })).toBe(204);
    expect(results).toEqual([]);
  });

  it('keeps nothing of a job whose result is known', () => {
    const { pushed, deliver, results, take } = webhook();
    pushed.close('ehj_00000042');
    expect(deliver(event)).toBe(204);
    pushed.wait('ehj_00000042', take);
    expect(results).toEqual([]);
  });

  it('keeps no more early results than its limit, and says which it let go', () => {
    const { deliver, unused } = webhook();
    for (const n of [1, 2, 3]) deliver({ ...event, eventId: `evt_${n}`, jobId: `ehj_${n}` });
    expect(unused).toEqual(['ehj_1']);
  });
});
