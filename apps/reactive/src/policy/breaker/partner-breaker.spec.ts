import type { PartnerReply } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import type { Clock } from '@app/ports';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  declinedReply,
  failureReply,
  moment,
  partnerWith,
  passTime,
  type SettingsOfPartner,
} from '../../testing/partner-on-clock.js';
import type { BreakerState } from './breaker-phases.js';
import { verdictOn } from './call-verdict.js';
import { PartnerBreaker } from './partner-breaker.js';

const TIMEOUT_MS = 8_000;

describe('the breaker of a partner', () => {
  let clock: ManualClock;
  let breaker: PartnerBreaker;
  let states: BreakerState[];
  let random: number;
  beforeEach(() => {
    clock = new ManualClock();
    random = 0;
    states = [];
    breaker = breakerWith({});
  });

  function breakerWith(changes: SettingsOfPartner['breaker'], time: Clock = clock): PartnerBreaker {
    const { quote: settings } = partnerWith({ breaker: { minimumCalls: 4, hangingCalls: 4, ...changes } }).operations;
    return new PartnerBreaker({ settings, clock: time, random: () => random, onChange: (state) => states.push(state) });
  }

  /** What a call gets: a reply, or null when it was refused. */
  async function ask(reply: PartnerReply | Promise<PartnerReply> = declinedReply): Promise<PartnerReply | null> {
    const asked = await breaker.pass(async () => {
      const given = await reply;
      return { reply: given, verdict: verdictOn(given, TIMEOUT_MS, TIMEOUT_MS) };
    });
    return asked?.reply ?? null;
  }

  async function failTimes(times: number, category: ErrorCategory = 'UNAVAILABLE'): Promise<void> {
    for (let n = 0; n < times; n += 1) await ask(failureReply(category));
  }

  /** A call that the partner answers when it is told to. */
  function openCall() {
    const { promise, resolve } = Promise.withResolvers<PartnerReply>();
    return { reply: ask(promise), answer: (reply = declinedReply as PartnerReply) => resolve(reply) };
  }

  const isRefused = async () => (await ask()) === null;

  async function openIt(): Promise<void> {
    await failTimes(4);
    expect(breaker.state).toBe('OPEN');
  }

  it('hands on every reply as it is while it is closed', async () => {
    const failure = failureReply('UNAVAILABLE');
    expect([await ask(), await ask(failure)]).toEqual([declinedReply, failure]);
  });

  it.each<ErrorCategory>(['UNAVAILABLE', 'TIMEOUT', 'PROTOCOL', 'PARTNER_INTERNAL'])(
    'opens after %s',
    async (category) => {
      await failTimes(4, category);
      expect([breaker.state, await isRefused()]).toEqual(['OPEN', true]);
    },
  );

  it.each<ErrorCategory>(['VALIDATION', 'UNSUPPORTED', 'RATE_LIMITED', 'AUTHENTICATION', 'UNDERWRITING'])(
    'stays closed after %s: the partner is well',
    async (category) => {
      await failTimes(20, category);
      expect(breaker.state).toBe('CLOSED');
    },
  );

  it('stays closed below the number of calls that say something', async () => {
    await failTimes(3);
    await failTimes(20, 'RATE_LIMITED');
    expect(breaker.state).toBe('CLOSED');
  });

  it('does not let refusals for want of capacity water down the failures', async () => {
    await failTimes(3);
    await failTimes(20, 'RATE_LIMITED');
    await failTimes(1);
    expect(breaker.state).toBe('OPEN');
  });

  it('stays closed while half of the calls are answered', async () => {
    for (let n = 0; n < 10; n += 1) {
      await ask();
      await failTimes(1);
    }
    expect(breaker.state).toBe('CLOSED');
  });

  it('counts a call as a failure when it is late, and still hands on its answer', async () => {
    breaker = breakerWith({ hangingCalls: 100 });
    const calls = [openCall(), openCall(), openCall(), openCall()];
    await passTime(clock, 5_999, 5_999);
    expect(breaker.state).toBe('CLOSED');
    await passTime(clock, 1);
    expect(breaker.state).toBe('OPEN');
    for (const { answer } of calls) answer();
    expect(await Promise.all(calls.map(({ reply }) => reply))).toEqual(Array(4).fill(declinedReply));
  });

  it('counts a late call once, whatever becomes of it', async () => {
    breaker = breakerWith({ minimumCalls: 3, hangingCalls: 100 });
    const late = openCall();
    await passTime(clock, 6_000, 6_000);
    late.answer(failureReply('TIMEOUT'));
    await late.reply;
    await ask(failureReply('UNAVAILABLE'));
    expect(breaker.state).toBe('CLOSED');
    await ask(failureReply('UNAVAILABLE'));
    expect(breaker.state).toBe('OPEN');
  });

  it('opens when as many calls hang at once as say so, whatever went well before', async () => {
    for (let n = 0; n < 100; n += 1) await ask();
    for (let n = 0; n < 4; n += 1) openCall();
    await passTime(clock, 6_000, 1_000);
    expect(breaker.state).toBe('OPEN');
  });

  it('stays closed when calls hang while others are answered', async () => {
    for (let n = 0; n < 100; n += 1) await ask();
    for (let n = 0; n < 4; n += 1) openCall();
    await passTime(clock, 3_500, 500);
    await ask();
    await passTime(clock, 2_500, 500);
    expect(breaker.state).toBe('CLOSED');
  });

  it('does not take calls for hanging that have ended', async () => {
    breaker = breakerWith({ minimumCalls: 100 });
    for (let n = 0; n < 2; n += 1) {
      const calls = [openCall(), openCall()];
      await passTime(clock, 6_000, 6_000);
      for (const { answer } of calls) answer(failureReply('TIMEOUT'));
      await Promise.all(calls.map(({ reply }) => reply));
    }
    expect(breaker.state).toBe('CLOSED');
  });

  it('sees that a reply is late when nothing else has told it', async () => {
    const busy = { now: () => clock.now(), sleep: () => new Promise<void>(() => undefined) };
    breaker = breakerWith({}, busy);
    const calls = [openCall(), openCall(), openCall(), openCall()];
    clock.advance(6_000);
    for (const { answer } of calls) answer();
    await Promise.all(calls.map(({ reply }) => reply));
    expect(breaker.state).toBe('OPEN');
  });

  it('lets one call at a time probe, and closes after three that went well', async () => {
    await openIt();
    await passTime(clock, 2_499, 2_499);
    expect(await isRefused()).toBe(true);
    await passTime(clock, 1);
    for (let n = 0; n < 3; n += 1) {
      const probe = openCall();
      await moment();
      expect([breaker.state, await isRefused()]).toEqual(['HALF_OPEN', true]);
      probe.answer();
      expect(await probe.reply).toBe(declinedReply);
    }
    expect(breaker.state).toBe('CLOSED');
    expect(states).toEqual(['OPEN', 'HALF_OPEN', 'CLOSED']);
  });

  it('waits a moment between two probes', async () => {
    await openIt();
    random = 0.5;
    await passTime(clock, 2_500, 2_500);
    await ask();
    expect(await isRefused()).toBe(true);
    await passTime(clock, 250, 250);
    expect(await isRefused()).toBe(false);
  });

  it('opens for another time whenever it opens', async () => {
    await openIt();
    const first = breaker.probeAt?.getTime() ?? 0;
    expect(first - clock.now().getTime()).toBe(2_500);
    random = 0.8;
    await passTime(clock, 2_500, 2_500);
    await failTimes(1);
    expect((breaker.probeAt?.getTime() ?? 0) - clock.now().getTime()).toBe(3_500);
  });

  it('opens again at the first bad probe, though others went well', async () => {
    await openIt();
    await passTime(clock, 2_500, 2_500);
    await ask();
    await ask();
    await failTimes(1, 'TIMEOUT');
    expect([breaker.state, await isRefused()]).toEqual(['OPEN', true]);
  });

  it('takes a probe that is refused for want of capacity, or that breaks, for none', async () => {
    await openIt();
    await passTime(clock, 2_500, 2_500);
    await failTimes(5, 'RATE_LIMITED');
    await expect(breaker.pass(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect([breaker.state, breaker.refuses]).toEqual(['HALF_OPEN', false]);
  });

  it('does not wait for a probe that hangs, and has the next one made soon after', async () => {
    await openIt();
    await passTime(clock, 2_500, 2_500);
    const hung = openCall();
    await passTime(clock, 5_999, 5_999);
    expect(breaker.state).toBe('HALF_OPEN');
    random = 0.5;
    await passTime(clock, 1);
    expect(breaker.state).toBe('OPEN');
    await passTime(clock, 250, 250);
    expect(await isRefused()).toBe(false);
    hung.answer();
    expect(await hung.reply).toBe(declinedReply);
  });

  it('does not count for one phase what began in another', async () => {
    const early = [openCall(), openCall()];
    await openIt();
    await passTime(clock, 2_500, 2_500);
    for (const { answer } of early) answer();
    await Promise.all(early.map(({ reply }) => reply));
    expect(breaker.state).toBe('HALF_OPEN');
    const probe = openCall();
    probe.answer();
    await probe.reply;
    expect(breaker.state).toBe('HALF_OPEN');
  });

  it('begins with an empty window when it has closed', async () => {
    await openIt();
    await passTime(clock, 2_500, 2_500);
    for (let n = 0; n < 3; n += 1) await ask();
    await failTimes(3);
    expect(breaker.state).toBe('CLOSED');
    await failTimes(1);
    expect(breaker.state).toBe('OPEN');
  });
});
