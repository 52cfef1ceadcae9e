import { ResultRefusedError } from '@app/ports';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { issuanceRequestedEvent } from '../testing/issuance-requested-event.js';
import {
  IssuanceCallbackInMemory,
  issuanceError,
  issuedReply,
  issuingInMemory,
  PolicyPartnerInMemory,
  schedule,
} from '../testing/issuing-in-memory.js';
import { moment, passTime } from '../testing/partner-on-clock.js';
import type { IssuanceGate } from './issuance-gate.js';

const ACME = 'acme-general';

describe('whether a partner’s issuance queue is polled', () => {
  let partner: PolicyPartnerInMemory;
  let callback: IssuanceCallbackInMemory;
  let service: ReturnType<typeof issuingInMemory>;
  let gate: IssuanceGate;
  const stopping = new AbortController();
  beforeEach(() => {
    partner = new PolicyPartnerInMemory();
    callback = new IssuanceCallbackInMemory();
    service = issuingInMemory(partner, callback);
    const found = service.gates.get(ACME);
    if (found === undefined) throw new Error(`there is no gate for ${ACME}`);
    gate = found;
  });

  const handle = () => service.handle(issuanceRequestedEvent());
  const unavailable = issuanceError('FAILED', 'UNAVAILABLE', { retryable: true });

  async function openBreaker() {
    partner.reply = () => unavailable;
    for (let n = 0; n < 5; n += 1) await handle();
  }

  /** Whether it has been waited for long enough yet. */
  function wait(signal = stopping.signal) {
    const waited = { isOver: false };
    void gate.untilAllowed(signal).then(() => {
      waited.isOver = true;
    });
    return waited;
  }

  const tell = async (state: 'OFFLINE' | 'ONLINE') => {
    service.fleet.answer = async () => ({ partners: [{ partner: ACME, state, forced: false, until: null }] });
    await service.reporter.reportIfDue();
  };

  it('with as many messages in hand as it may be asked at once, while all is well', async () => {
    expect(gate.allows()).toBe(5);
    await gate.untilAllowed(stopping.signal);
    expect(gate.closing().aborted).toBe(false);
  });

  it('not from the moment that the breaker opens; a poll under way ends', async () => {
    const poll = gate.closing();
    await openBreaker();
    expect([gate.allows(), poll.aborted]).toEqual([0, true]);
  });

  it('for one message when a probe may be made, and for all again once that went well', async () => {
    await openBreaker();
    const waited = wait();
    await passTime(service.clock, 2_499, 2_499);
    expect(waited.isOver).toBe(false);
    await passTime(service.clock, 1);
    expect([waited.isOver, gate.allows(), gate.closing().aborted]).toEqual([true, 1, false]);
    partner.reply = () => issuedReply();
    await handle();
    expect(gate.allows()).toBe(5);
  });

  it('for one message still while the probe is under way, and not after it went ill', async () => {
    await openBreaker();
    service.clock.advance(2_500);
    const probe = Promise.withResolvers<typeof unavailable>();
    partner.reply = () => probe.promise;
    const handled = handle();
    await moment();
    expect(gate.allows()).toBe(1);
    probe.resolve(unavailable);
    await handled;
    expect(gate.allows()).toBe(0);
  });

  it('not while the partner is offline, and at once when the fleet says that it is back', async () => {
    const poll = gate.closing();
    await tell('OFFLINE');
    expect([gate.allows(), poll.aborted]).toEqual([0, true]);
    const waited = wait();
    await passTime(service.clock, 2_000, 500);
    expect(waited.isOver).toBe(false);
    await tell('ONLINE');
    await moment();
    expect([waited.isOver, gate.allows()]).toEqual([true, 5]);
  });

  it('soon after the fleet has fallen silent, though nobody says so', async () => {
    await tell('OFFLINE');
    const waited = wait();
    await passTime(service.clock, 11_000, 500);
    expect(waited.isOver).toBe(true);
    expect(service.clock.sleeping).toBe(0);
  });

  it('not while the partner wants to be left alone', async () => {
    partner.reply = () => issuanceError('FAILED', 'RATE_LIMITED', { retryable: true, retryAfterMs: 4_000 });
    await handle();
    expect(gate.allows()).toBe(0);
    const waited = wait();
    await passTime(service.clock, 4_000, 1_000);
    expect([waited.isOver, gate.allows()]).toEqual([true, 5]);
  });

  describe('of any partner', () => {
    const isAway = () => Promise.reject(new Error('no route'));
    const allowed = () => ['acme-general', 'cogwheel-direct'].map((id) => service.gates.get(id)?.allows());

    it('not while the business service is away, however long: to find out that it is back costs no message', async () => {
      const poll = gate.closing();
      callback.isWantedNow = isAway;
      await handle();
      expect([allowed(), poll.aborted]).toEqual([[0, 0], true]);
      const waited = wait();
      await passTime(service.clock, 600_000, 500);
      expect([waited.isOver, partner.calls]).toEqual([false, []]);
      callback.isWantedNow = async () => true;
      await passTime(service.clock, 15_000, 500);
      expect([waited.isOver, allowed()]).toEqual([true, [1, 1]]);
      await handle();
      expect([allowed(), callback.posted.length]).toEqual([[5, 5], 1]);
    });

    const noRoute = () => Array.from({ length: 6 }, () => new Error('no route'));

    it('not while it does not take what came of a policy', async () => {
      callback.postFailures.push(...noRoute());
      await handle();
      expect(allowed()).toEqual([0, 0]);
    });

    it('though it does not take the documents of one: the next question tells whether it is away', async () => {
      partner.reply = () => issuedReply([schedule]);
      callback.documentFailures.push(...noRoute());
      await handle();
      expect(allowed()).toEqual([5, 5]);
    });

    it('though it refuses one result, or one partner is ill', async () => {
      partner.reply = () => unavailable;
      callback.postFailures.push(new ResultRefusedError('/error'), new ResultRefusedError('/error'));
      await handle();
      await handle();
      expect(allowed()).toEqual([5, 5]);
    });
  });

  it('is waited for no longer than the process runs', async () => {
    await openBreaker();
    const stopped = new AbortController();
    const waited = wait(stopped.signal);
    stopped.abort();
    await moment();
    expect([waited.isOver, service.clock.sleeping]).toEqual([true, 0]);
  });

  it('of every partner by itself', async () => {
    await openBreaker();
    expect(service.gates.get('cogwheel-direct')?.allows()).toBe(5);
  });
});
