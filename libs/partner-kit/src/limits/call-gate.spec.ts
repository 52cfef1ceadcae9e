import type { CallLimits } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartnerHttp } from '../http/partner-http.js';
import { FakePartner, json } from '../testing/index.js';
import { CallGate } from './call-gate.js';
import { LimitedTime } from './call-time.js';
import { InProcessCallLimiter } from './in-process-call-limiter.js';

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

  const timeOfQuote = (leftMs: number, timeoutMs?: number) => {
    const deadline = new Date(clock.now().getTime() + leftMs);
    return new LimitedTime({ clock, deadline, timeoutMs, caller: forEver });
  };

  const within = (ms: number) => timeOfQuote(ms).signal;

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
    const time = timeOfQuote(leftMs);
    expect(await ask(time.signal)).toMatchObject({ ok: false, error: { retryAfterMs: waitsMs + 1 } });
    time.end();
    clock.advance(1);
    void ask(within(leftMs));
    await eventually(() => expect(clock.sleeping).toBe(2));
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
    await eventually(() => expect(clock.sleeping).toBe(2));
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

  it('leaves a call that waited 1.9 s for its turn the whole of its partner’s timeout', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 1_900 }, sessions: null });
    void ask();
    await received(1);
    const time = timeOfQuote(20_000, 8_000);
    const second = ask(time.signal);
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(1_900);
    await received(2);
    clock.advance(7_999);
    await eventually(() => expect(clock.sleeping).toBe(1));
    expect([time.signal.aborted, time.leftMs()]).toEqual([false, 1]);
    clock.advance(1);
    expect(await second).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
  });

  it('counts the steps of a quote together, without the waits between them', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 7_500 }, sessions: null });
    const time = timeOfQuote(60_000, 18_000);
    const first = ask(time.signal);
    await received(1);
    clock.advance(7_000);
    answer();
    expect(await first).toMatchObject({ ok: true });
    for (const [step, leftMs] of [
      [2, 11_000],
      [3, 4_000],
    ] as const) {
      const next = ask(time.signal);
      await eventually(() => expect(clock.sleeping).toBe(2));
      clock.advance(500);
      await received(step);
      expect(time.leftMs()).toBe(leftMs);
      clock.advance(Math.min(leftMs, 7_000));
      if (step === 2) answer();
      const outcome = step === 2 ? { ok: true } : { ok: false, error: { category: 'TIMEOUT' } };
      expect(await next).toMatchObject(outcome);
    }
  });

  it('lets the steps of one quote wait 3.5 s in all', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 1_800 }, sessions: null });
    void ask();
    await received(1);
    const time = timeOfQuote(60_000, 18_000);
    const second = ask(time.signal);
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(1_800);
    await received(2);
    answerAll.pop()?.();
    await second;
    expect(await ask(time.signal)).toMatchObject({ ok: false, error: { category: 'RATE_LIMITED' } });
  });

  it('never begins a call that got its turn too late', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 1_000 }, sessions: null });
    void ask();
    await received(1);
    const time = timeOfQuote(4_000);
    const second = ask(time.signal);
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(3_950);
    expect(await second).toMatchObject({ ok: false, error: { category: 'TIMEOUT', retryable: true } });
    expect(partner.calls).toHaveLength(1);
  });

  it('never begins a call whose time is nearly over, and counts none', async () => {
    limitedTo({ rateLimit: { requests: 1, windowMs: 10_000 }, sessions: null });
    expect(await ask(within(99))).toMatchObject({ ok: false, error: { category: 'TIMEOUT', retryable: true } });
    expect(await ask(timeOfQuote(20_000, 99).signal)).toMatchObject({ ok: false, error: { category: 'TIMEOUT' } });
    void ask(within(100));
    await received(1);
    expect(partner.calls).toHaveLength(1);
  });
});
