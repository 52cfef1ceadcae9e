import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { callPolicyOn, outcomeOf } from '../../testing/call-policy-on-clock.js';
import {
  declinedReply,
  failureReply,
  moment,
  type PartnerOnClock,
  partnerWith,
  passTime,
  type SettingsOfPartner,
} from '../../testing/partner-on-clock.js';

describe('a partner that asked to be left alone', () => {
  let clock: ManualClock;
  let gateway: PartnerOnClock;
  let settled: ReturnType<typeof callPolicyOn>['settled'];
  beforeEach(() => {
    clock = new ManualClock();
  });

  function policyWith(changes: SettingsOfPartner = {}) {
    const policy = callPolicyOn(clock, partnerWith(changes));
    ({ gateway, settled } = policy);
    return policy;
  }

  const startedAfter = (startedAt: number) => gateway.calls.map(({ at }) => at - startedAt);

  const limited = (retryAfterMs: number) => failureReply('RATE_LIMITED', { retryAfterMs });

  function limitedFor(retryAfterMs: number) {
    const policy = policyWith();
    gateway.behaviour = (call) => ({ afterMs: 0, reply: call === 1 ? limited(retryAfterMs) : declinedReply });
    return policy;
  }

  it('waits until then inside the deadline', async () => {
    const { ask, operation } = limitedFor(4_000);
    const startedAt = clock.now().getTime();
    await ask();
    const later = [ask(), ask()];
    await passTime(clock, 3_999, 3_999);
    expect([gateway.calls.length, operation.pause.leftMs()]).toEqual([1, 1]);
    await passTime(clock, 1);
    expect((await Promise.all(later)).map(outcomeOf)).toEqual(['DECLINED', 'DECLINED']);
    expect(startedAfter(startedAt)).toEqual([0, 4_000, 4_000]);
  });

  it('answers at once, with the time to come back, who would have no time for a call', async () => {
    const { ask } = limitedFor(4_000);
    await ask();
    clock.advance(1_000);
    expect(await ask(3_249)).toMatchObject({
      attempts: 0,
      reply: { error: { category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 } },
    });
    expect(gateway.calls).toHaveLength(1);
  });

  it('takes for enough time what the partner needs as a rule', async () => {
    const { ask } = policyWith();
    gateway.behaviour = (call) =>
      call > 20 ? { afterMs: 0, reply: limited(4_000) } : { afterMs: 2_000, reply: declinedReply };
    const asks = Array.from({ length: 20 }, () => ask());
    await passTime(clock, 2_000, 2_000);
    await Promise.all(asks);
    await ask();
    expect(outcomeOf(await ask(5_999))).toBe('RATE_LIMITED');
    void ask(6_000);
    await moment();
    expect(settled).toHaveLength(22);
    await passTime(clock, 4_000, 4_000);
    expect(settled).toHaveLength(23);
  });

  it('refuses at once who waits for a place and could not be served after that', async () => {
    const { ask, operation } = policyWith({ concurrency: 2 });
    gateway.behaviour = (call) =>
      call === 1 ? { afterMs: 100, reply: limited(4_000) } : { afterMs: 3_000, reply: declinedReply };
    void ask();
    void ask();
    const waiting = [ask(), ask(4_100), ask(4_100)];
    await passTime(clock, 100, 100);
    expect(settled.map(outcomeOf)).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
    await passTime(clock, 10_000, 100);
    await Promise.all(waiting);
    expect(operation.places.inUse).toBe(0);
  });

  it('believes no partner for more than a minute', async () => {
    const { ask, operation } = limitedFor(86_400_000);
    await ask();
    expect(operation.pause.leftMs()).toBe(60_000);
  });

  it('does not take that for a failure', async () => {
    const { ask, operation } = policyWith();
    gateway.behaviour = () => ({ afterMs: 0, reply: failureReply('RATE_LIMITED') });
    for (let n = 0; n < 50; n += 1) await ask();
    expect(operation.breaker.state).toBe('CLOSED');
  });
});
