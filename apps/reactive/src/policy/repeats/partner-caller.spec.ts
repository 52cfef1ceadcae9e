import type { PartnerReply } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { attemptAt, declinedReply, failureReply, moment, partnerWith } from '../../testing/partner-on-clock.js';
import { verdictOn } from '../breaker/call-verdict.js';
import { PartnerOperations } from '../partner-operations.js';
import { type Asked, circuitOpen, notCalled } from '../policy-step.js';
import { PartnerCaller } from './partner-caller.js';

const unavailable = failureReply('UNAVAILABLE', { retryable: true });

const called = (reply: PartnerReply): Asked<PartnerReply> => ({
  reply,
  calls: 1,
  verdict: verdictOn(reply, 8_000, 8_000),
});

interface Circumstances {
  readonly leftMs?: number;
  readonly callMs?: number;
  readonly wantedCalls?: number;
  readonly tokens?: number;
}

/** A partner that gives one reply after the other; each call takes `callMs`, the customer wants only so many. */
function ask(
  replies: readonly (PartnerReply | Asked<PartnerReply>)[],
  { leftMs = 20_000, callMs = 0, wantedCalls = Number.POSITIVE_INFINITY, tokens = 10 }: Circumstances = {},
) {
  const clock = new ManualClock();
  const callsAt: number[] = [];
  const start = clock.now().getTime();
  const askOnce = async () => {
    callsAt.push(clock.now().getTime() - start);
    clock.advance(callMs);
    const reply = replies[callsAt.length - 1] ?? declinedReply;
    return 'calls' in reply ? reply : called(reply);
  };
  const wanted = { isWanted: async () => callsAt.length < wantedCalls };
  const partner = partnerWith({ retryBudget: { tokens, perSuccess: 0.1 } });
  const operations = new PartnerOperations([partner], { clock, random: () => 0, onBreakerChange: () => undefined });
  const caller = new PartnerCaller({
    askOnce,
    operationOf: operations.named('quote'),
    wanted,
    clock,
    random: () => 0.5,
  });
  return {
    clock,
    callsAt,
    budget: operations.of(partner, 'quote').budget,
    result: caller.ask(attemptAt(clock, leftMs, partner)),
  };
}

describe('asking a partner', () => {
  it('takes the first answer, a decline as well', async () => {
    expect(await ask([declinedReply]).result).toEqual({ reply: declinedReply, attempts: 1 });
  });

  it('asks again after the backoff, and counts', async () => {
    const { clock, callsAt, result } = ask([unavailable, unavailable]);
    await moment();
    clock.advance(100);
    await moment();
    clock.advance(200);
    expect(await result).toEqual({ reply: declinedReply, attempts: 3 });
    expect(callsAt).toEqual([0, 100, 300]);
  });

  it('returns the last failure when no retry is left', async () => {
    const replies = [1, 2].map(() => failureReply('TIMEOUT', { retryable: true }));
    const { clock, result } = ask(replies, { callMs: 8_000 });
    await moment();
    clock.advance(100);
    const last = await result;
    expect(last?.reply).toBe(replies[1]);
    expect(last?.attempts).toBe(2);
  });

  it('fails at once with what it has when the wait would pass the deadline', async () => {
    const busy = failureReply('RATE_LIMITED', { retryable: true, retryAfterMs: 5_000 });
    const { result, callsAt, budget } = ask([busy], { leftMs: 4_000 });
    expect(await result).toEqual({ reply: busy, attempts: 1 });
    expect(callsAt).toEqual([0]);
    expect(budget.tokens).toBe(10);
  });

  it('does not ask again once the partner’s retry budget is used up', async () => {
    const { clock, callsAt, result } = ask([unavailable, unavailable], { tokens: 1 });
    await moment();
    clock.advance(100);
    expect(await result).toEqual({ reply: unavailable, attempts: 2 });
    expect(callsAt).toEqual([0, 100]);
  });

  it('takes one from the budget for a repeat, and puts a tenth back for an answer', async () => {
    const { clock, result, budget } = ask([unavailable]);
    await moment();
    clock.advance(100);
    await result;
    expect(budget.tokens).toBeCloseTo(9.1);
  });

  it('puts nothing back for what the partner had no part in', async () => {
    const { result, budget } = ask([{ reply: declinedReply, calls: 1, verdict: 'SAYS_NOTHING' }], { tokens: 1 });
    budget.take();
    await result;
    expect(budget.tokens).toBe(0);
  });

  it('gives back what a repeat that was not made has taken', async () => {
    const { clock, result, budget } = ask([unavailable, circuitOpen()]);
    await moment();
    clock.advance(100);
    expect(await result).toMatchObject({ attempts: 1, reply: { error: { category: 'CIRCUIT_OPEN' } } });
    expect(budget.tokens).toBe(10);
  });

  it('does not ask again once the customer does not want it any more', async () => {
    const { clock, callsAt, result, budget } = ask([unavailable], { wantedCalls: 1 });
    await moment();
    clock.advance(100);
    expect(await result).toBeNull();
    expect(callsAt).toEqual([0]);
    expect(budget.tokens).toBe(10);
  });

  it('takes for final what was answered without a call, and counts no attempt', async () => {
    const { reply, ...rest } = notCalled('RATE_LIMITED', 'paused');
    const paused = { ...rest, reply: { ...reply, error: { ...reply.error, retryable: true } } };
    const { result, callsAt } = ask([paused]);
    expect(await result).toEqual({ reply: paused.reply, attempts: 0 });
    expect(callsAt).toEqual([0]);
  });
});
