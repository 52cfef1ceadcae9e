import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { callPolicyOn, outcomeOf } from '../testing/call-policy-on-clock.js';
import {
  attemptAt,
  declinedReply,
  type PartnerOnClock,
  partnerWith,
  passTime,
  type SettingsOfPartner,
} from '../testing/partner-on-clock.js';
import { behindSteps, notCalled, type PolicyStep } from './policy-step.js';
import { whileTimeIsLeft } from './time-left.step.js';

describe('the steps before a call', () => {
  it('are passed in the order given', async () => {
    const passed: string[] = [];
    const step =
      (name: string): PolicyStep =>
      (next) =>
      (attempt) => {
        passed.push(name);
        return next(attempt);
      };
    const ask = behindSteps([step('first'), step('second')], async () => {
      passed.push('call');
      return notCalled('UNAVAILABLE', 'asked');
    });
    await ask(attemptAt(new ManualClock()));
    expect(passed).toEqual(['first', 'second', 'call']);
  });

  it('ask nobody with less time left than any use takes', async () => {
    const clock = new ManualClock();
    const asked = notCalled('UNAVAILABLE', 'asked');
    const ask = whileTimeIsLeft(clock)(async () => asked);
    expect(await ask(attemptAt(clock, 250))).toBe(asked);
    expect(await ask(attemptAt(clock, 249))).toMatchObject({ calls: 0, reply: { error: { category: 'TIMEOUT' } } });
  });
});

describe('the call policy', () => {
  let clock: ManualClock;
  let gateway: PartnerOnClock;
  let settled: ReturnType<typeof callPolicyOn>['settled'];
  beforeEach(() => {
    clock = new ManualClock();
  });

  function policyWith(changes: SettingsOfPartner = {}, isOffline = () => false) {
    const policy = callPolicyOn(clock, partnerWith(changes), { isOffline });
    ({ gateway, settled } = policy);
    return policy;
  }

  const startedAfter = (startedAt: number) => gateway.calls.map(({ at }) => at - startedAt);

  it('calls nobody for a partner that is offline, and says so at once', async () => {
    const { ask } = policyWith({}, () => true);
    expect(await ask()).toMatchObject({
      attempts: 0,
      reply: { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: false } },
    });
    expect(gateway.calls).toEqual([]);
  });

  it('gives a call the partner’s timeout, or the time that is left; the deadline stays what it is', async () => {
    const { ask } = policyWith();
    await ask(20_000);
    await ask(3_000);
    const given = gateway.calls.map(({ options }) => [
      options.timeoutMs,
      options.deadline.getTime() - clock.now().getTime(),
    ]);
    expect(given).toEqual([
      [8_000, 20_000],
      [3_000, 3_000],
    ]);
  });

  it('has no more calls open than there are places; waiting takes nothing from the partner’s timeout', async () => {
    const { ask } = policyWith({ concurrency: 2 });
    gateway.behaviour = () => ({ afterMs: 5_000, reply: declinedReply });
    const startedAt = clock.now().getTime();
    const asks = [ask(), ask(), ask(), ask()];
    await passTime(clock, 10_000, 1_000);
    await Promise.all(asks);
    expect(startedAfter(startedAt)).toEqual([0, 0, 5_000, 5_000]);
    expect(gateway.mostInFlight).toBe(2);
    expect(gateway.calls.map(({ options }) => options.timeoutMs)).toEqual([8_000, 8_000, 8_000, 8_000]);
  });

  it('answers without a call who waited for a place until no call was worth it', async () => {
    const { ask, operation } = policyWith({ concurrency: 1, breaker: { hangingCalls: 5 } });
    gateway.behaviour = () => 'HANGS';
    const asks = [ask(), ask(3_000)];
    await passTime(clock, 2_700, 900);
    expect(settled).toEqual([]);
    await passTime(clock, 50);
    expect(settled).toMatchObject([{ attempts: 0, reply: { error: { category: 'TIMEOUT', retryable: false } } }]);
    await passTime(clock, 20_000, 1_000);
    await Promise.all(asks);
    expect([operation.places.inUse, operation.places.waiting, clock.sleeping]).toEqual([0, 0, 0]);
  });

  it('lets go at once who waits for a place when the breaker opens, and who comes later', async () => {
    const { ask, operation } = policyWith({ concurrency: 2, breaker: { hangingCalls: 2 } });
    gateway.behaviour = () => 'HANGS';
    for (let n = 0; n < 5; n += 1) void ask();
    await passTime(clock, 5_999, 5_999);
    expect([settled.length, operation.places.waiting]).toEqual([0, 3]);
    await passTime(clock, 1);
    expect(settled.map(outcomeOf)).toEqual(['CIRCUIT_OPEN', 'CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    expect(outcomeOf(await ask())).toBe('CIRCUIT_OPEN');
    expect(operation.places.inUse).toBe(2);
    expect(gateway.calls).toHaveLength(2);
  });

  it('counts in no breaker who got no place', async () => {
    const { ask, operation } = policyWith({ concurrency: 1, breaker: { minimumCalls: 2, hangingCalls: 5 } });
    gateway.behaviour = () => 'HANGS';
    const asks = [ask(), ...Array.from({ length: 10 }, () => ask(1_000))];
    await passTime(clock, 5_000, 500);
    expect(settled.map(outcomeOf)).toEqual(Array(10).fill('TIMEOUT'));
    expect(operation.breaker.state).toBe('CLOSED');
    await passTime(clock, 30_000, 500);
    await Promise.all(asks);
  });
});
