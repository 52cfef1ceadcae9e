import { type PartnerReply, partnerReply } from '@app/contracts';
import { findPartner } from '@app/partner-registry';
import { canonicalErrorOf, canonicalRequestOf, ManualClock, offer } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { quoteRequestedEvent } from '../../testing/quote-requested-event.js';
import { PartnerCaller } from './partner-caller.js';
import type { QuoteAttempt } from './policy-step.js';

const quoted = partnerReply.parse({
  outcome: 'ANSWERED',
  status: 'QUOTED',
  offers: [offer()],
  declines: [],
  error: null,
});

const failed = (changes: Parameters<typeof canonicalErrorOf>[0]): PartnerReply => ({
  outcome: 'FAILED',
  error: canonicalErrorOf({ retryable: true, ...changes }),
});

/** A partner that gives one reply after the other; each call takes `callMs`, the customer wants only so many. */
function ask(
  replies: readonly PartnerReply[],
  { leftMs = 20_000, callMs = 0, wantedCalls = Number.POSITIVE_INFINITY } = {},
) {
  const clock = new ManualClock();
  const callsAt: number[] = [];
  const start = clock.now().getTime();
  const askOnce = async () => {
    callsAt.push(clock.now().getTime() - start);
    clock.advance(callMs);
    return replies[callsAt.length - 1] ?? quoted;
  };
  const wanted = { isWanted: async () => callsAt.length < wantedCalls };
  const result = new PartnerCaller({ askOnce, wanted, clock, random: () => 0.5 }).ask(attemptWith(clock, leftMs));
  return { clock, callsAt, result };
}

function attemptWith(clock: ManualClock, leftMs: number): QuoteAttempt {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  const { data, traceparent } = quoteRequestedEvent(canonicalRequestOf({ createdAt: clock.now() }));
  return { partner, call: data, deadline: new Date(clock.now().getTime() + leftMs), traceparent };
}

const moment = () => new Promise(setImmediate);

describe('asking a partner', () => {
  it('takes the first answer, a decline as well', async () => {
    const declined: PartnerReply = { outcome: 'ANSWERED', status: 'DECLINED', offers: [], declines: [], error: null };
    expect(await ask([declined]).result).toEqual({ reply: declined, attempts: 1 });
  });

  it('asks again after the backoff, and counts', async () => {
    const { clock, callsAt, result } = ask([failed({ category: 'UNAVAILABLE' }), failed({ category: 'UNAVAILABLE' })]);
    await moment();
    clock.advance(100);
    await moment();
    clock.advance(200);
    expect(await result).toEqual({ reply: quoted, attempts: 3 });
    expect(callsAt).toEqual([0, 100, 300]);
  });

  it('returns the last failure when no retry is left', async () => {
    const replies = ['first', 'second'].map((messageForOps) => failed({ category: 'TIMEOUT', messageForOps }));
    const { clock, result } = ask(replies, { callMs: 8_000 });
    await moment();
    clock.advance(100);
    expect(await result).toEqual({ reply: replies[1], attempts: 2 });
  });

  it('fails at once with what it has when the wait would pass the deadline', async () => {
    const busy = failed({ category: 'RATE_LIMITED', retryAfterMs: 5_000 });
    const { result, callsAt } = ask([busy], { leftMs: 4_000 });
    expect(await result).toEqual({ reply: busy, attempts: 1 });
    expect(callsAt).toEqual([0]);
  });

  it('does not ask again once the customer does not want it any more', async () => {
    const { clock, callsAt, result } = ask([failed({ category: 'UNAVAILABLE' })], { wantedCalls: 1 });
    await moment();
    clock.advance(100);
    expect(await result).toBeNull();
    expect(callsAt).toEqual([0]);
  });

  it('counts no attempt for an open breaker', async () => {
    const open = failed({ category: 'CIRCUIT_OPEN', retryable: false });
    expect(await ask([open]).result).toEqual({ reply: open, attempts: 0 });
  });
});
