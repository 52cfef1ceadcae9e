import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { callPolicyOn } from '../../testing/call-policy-on-clock.js';
import {
  declinedReply,
  failureReply,
  moment,
  type PartnerOnClock,
  partnerWith,
  passTime,
  type SettingsOfPartner,
} from '../../testing/partner-on-clock.js';

const P95_MS = 100;

describe('a second call beside a late one', () => {
  let clock: ManualClock;
  let gateway: PartnerOnClock;
  beforeEach(() => {
    clock = new ManualClock();
  });

  /** A partner whose last twenty calls took a tenth of a second; what it does with later ones comes in `behaviour`. */
  async function knownPartner(changes: SettingsOfPartner = {}, hedgeQuotes = true) {
    const partner = partnerWith({ hedging: true, ...changes });
    const policy = callPolicyOn(clock, partner, { hedgeQuotes });
    ({ gateway } = policy);
    const { ask, operation } = policy;
    gateway.behaviour = () => ({ afterMs: P95_MS, reply: declinedReply });
    for (let n = 0; n < 20; n += 1) {
      const asked = ask();
      await passTime(clock, P95_MS, P95_MS);
      await asked;
    }
    gateway.calls.length = 0;
    return { ask, operation };
  }

  it('is made after the partner’s p95; the first answer wins and the other call is given up', async () => {
    const { ask, operation } = await knownPartner();
    gateway.behaviour = () => (gateway.calls.length === 1 ? 'HANGS' : { afterMs: 50, reply: declinedReply });
    const result = ask();
    await passTime(clock, P95_MS, P95_MS);
    expect(gateway.calls).toHaveLength(1);
    await passTime(clock, 1);
    expect(gateway.calls).toHaveLength(2);
    await passTime(clock, 50, 50);
    expect(await result).toEqual({ reply: declinedReply, attempts: 2 });
    await moment();
    expect(gateway.calls.map(({ options }) => options.signal?.aborted)).toEqual([true, true]);
    expect([gateway.inFlight, operation.places.inUse, clock.sleeping]).toEqual([0, 0, 0]);
    expect(operation.budget.tokens).toBeCloseTo(9.1);
    expect(operation.counts.take()).toEqual({ calls: 21, failures: {}, slowCalls: 0 });
  });

  it('is not made when the first one is answered in time', async () => {
    const { ask } = await knownPartner();
    const result = ask();
    await passTime(clock, P95_MS, P95_MS);
    expect(await result).toEqual({ reply: declinedReply, attempts: 1 });
    expect([gateway.calls.length, clock.sleeping]).toEqual([1, 0]);
  });

  it('does not end the first one: its answer is taken when it comes first', async () => {
    const { ask } = await knownPartner();
    gateway.behaviour = () => (gateway.calls.length === 1 ? { afterMs: 150, reply: declinedReply } : 'HANGS');
    const result = ask();
    await passTime(clock, 150, 50);
    expect(await result).toEqual({ reply: declinedReply, attempts: 2 });
  });

  it('leaves a failure of one to the answer of the other', async () => {
    const { ask } = await knownPartner();
    const failure = failureReply('PARTNER_INTERNAL');
    gateway.behaviour = () =>
      gateway.calls.length === 1 ? { afterMs: 150, reply: failure } : { afterMs: 200, reply: declinedReply };
    const result = ask();
    await passTime(clock, 400, 50);
    expect(await result).toEqual({ reply: declinedReply, attempts: 2 });
  });

  it.each<[string, SettingsOfPartner, boolean]>([
    ['where the registry does not allow it', { hedging: false }, true],
    ['where it is switched off', {}, false],
    ['beyond the retry budget', { retryBudget: { tokens: 0, perSuccess: 0 } }, true],
  ])('is not made %s', async (_, changes, hedgeQuotes) => {
    const { ask } = await knownPartner(changes, hedgeQuotes);
    gateway.behaviour = () => ({ afterMs: 1_000, reply: declinedReply });
    const result = ask();
    await passTime(clock, 1_000);
    expect(await result).toEqual({ reply: declinedReply, attempts: 1 });
  });

  it('is not made for a call that waits for its turn', async () => {
    const { ask, operation } = await knownPartner({ concurrency: 1 });
    operation.leaveAloneFor(1_000);
    const result = ask();
    await passTime(clock, 1_100);
    expect(await result).toEqual({ reply: declinedReply, attempts: 1 });
    expect(gateway.calls).toHaveLength(1);
  });

  it('takes nothing from the budget when there is no time for it', async () => {
    const { ask, operation } = await knownPartner();
    gateway.behaviour = () => ({ afterMs: 200, reply: declinedReply });
    const result = ask(300);
    await passTime(clock, 200, 50);
    expect(await result).toEqual({ reply: declinedReply, attempts: 1 });
    expect([gateway.calls.length, operation.budget.tokens]).toEqual([1, 10]);
  });

  it('is not made when there is no place for it', async () => {
    const { ask, operation } = await knownPartner({ concurrency: 1 });
    gateway.behaviour = () => ({ afterMs: 1_000, reply: declinedReply });
    const result = ask();
    await passTime(clock, 1_000);
    expect(await result).toEqual({ reply: declinedReply, attempts: 1 });
    await moment();
    expect([gateway.calls.length, operation.budget.tokens, operation.places.waiting, operation.places.inUse]).toEqual([
      1, 10, 0, 0,
    ]);
  });
});
