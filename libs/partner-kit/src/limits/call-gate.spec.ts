import type { CallLimits } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartnerHttp } from '../http/partner-http.js';
import { FakePartner, json } from '../testing/index.js';
import { signalUntil } from './call-deadline.js';
import { CallGate } from './call-gate.js';
import { InProcessCallLimiter } from './in-process-call-limiter.js';

const LONG_MS = 3_600_000;
const forEver = new AbortController().signal;

describe('the gate on the way to a partner', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let open: number;
  let mostOpen: number;
  let answerAll: (() => void)[];

  beforeEach(async () => {
    clock = new ManualClock();
    [open, mostOpen, answerAll] = [0, 0, []];
    partner = await FakePartner.start(() => (response) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      answerAll.push(() => {
        open -= 1;
        json(200, {})(response);
      });
    });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  function limitedTo(limits: CallLimits): void {
    const gate = new CallGate(new InProcessCallLimiter(limits, clock), clock);
    http = new PartnerHttp({ baseUrl: partner.url, clock, gate });
  }

  const within = (ms: number) => signalUntil(new Date(clock.now().getTime() + ms), LONG_MS, forEver);

  const ask = (signal: AbortSignal = forEver, countsAs = 1) =>
    http.send({ method: 'POST', path: '/quote', body: '{}', countsAs }, signal);

  const received = (calls: number) => eventually(() => expect(partner.calls).toHaveLength(calls));
  const answer = () => answerAll.shift()?.();

  it('answers RATE_LIMITED, with the time to come back, what would wait too long, and calls nobody', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 10_000 }, sessions: null });
    void ask();
    await received(1);
    expect(await ask(within(8_000))).toMatchObject({
      ok: false,
      error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 10_000 },
    });
    expect(partner.calls).toHaveLength(1);
  });

  it.each([
    ['2 s of a call that has long', 20_000, 2_000],
    ['a quarter of a call that has little', 2_000, 500],
  ])('waits no longer than %s', async (_what, leftMs, waitsMs) => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 10_000 }, sessions: null });
    void ask();
    await received(1);
    clock.advance(10_000 - waitsMs - 1);
    expect(await ask(within(leftMs))).toMatchObject({ ok: false, error: { retryAfterMs: waitsMs + 1 } });
    clock.advance(1);
    void ask(within(leftMs));
    await eventually(() => expect(clock.sleeping).toBe(1));
    clock.advance(waitsMs);
    await received(2);
  });

  it('never has more calls open than there are sessions', async () => {
    limitedTo({ rateLimit: null, sessions: 2 });
    const calls = Array.from({ length: 5 }, () => ask());
    for (let n = 0; n < 5; n += 1) {
      await received(Math.min(5, n + 2));
      answer();
    }
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    expect(mostOpen).toBe(2);
  });

  it('frees the session of a call that was given up', async () => {
    limitedTo({ rateLimit: null, sessions: 1 });
    const leaving = new AbortController();
    const first = ask(leaving.signal);
    await received(1);
    leaving.abort();
    expect(await first).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
    void ask();
    await received(2);
  });

  it('asks to come back in a second when no session ends in time', async () => {
    limitedTo({ rateLimit: null, sessions: 1 });
    void ask();
    await received(1);
    const second = ask(within(100));
    await eventually(() => expect(clock.sleeping).toBe(1));
    clock.advance(50);
    expect(await second).toMatchObject({ ok: false, error: { category: 'RATE_LIMITED', retryAfterMs: 1_000 } });
  });

  it('lets a call pass that the partner does not count, before those that wait', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 1_000 }, sessions: null });
    void ask();
    await received(1);
    void ask();
    await eventually(() => expect(clock.sleeping).toBe(1));
    void ask(forEver, 0);
    await received(2);
    clock.advance(1_000);
    await received(3);
  });

  it('says TIMEOUT to a call that ended while it waited', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 1_000 }, sessions: null });
    void ask();
    await received(1);
    const leaving = new AbortController();
    const second = ask(leaving.signal);
    await eventually(() => expect(clock.sleeping).toBe(1));
    leaving.abort();
    expect(await second).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
  });
});
