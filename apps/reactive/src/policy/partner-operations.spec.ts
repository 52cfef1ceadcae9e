import { partnerObservation } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { callPolicyOn } from '../testing/call-policy-on-clock.js';
import {
  type Behaviour,
  declinedReply,
  failureReply,
  type PartnerOnClock,
  partnerWith,
  passTime,
} from '../testing/partner-on-clock.js';
import type { PartnerOperations } from './partner-operations.js';

describe('what a replica knows of its partners', () => {
  const partner = partnerWith({ concurrency: 5, breaker: { minimumCalls: 4 } });
  let clock: ManualClock;
  let gateway: PartnerOnClock;
  let operations: PartnerOperations;
  let ask: (behaviour: Behaviour) => Promise<unknown>;
  beforeEach(() => {
    clock = new ManualClock();
    const policy = callPolicyOn(clock, partner);
    ({ gateway, operations } = policy);
    ask = (behaviour) => {
      gateway.behaviour = () => behaviour;
      return policy.ask();
    };
  });

  const counted = (operation = 'quote') => operations.observe().find((one) => one.operation === operation);
  const nothing = {
    partner: 'acme-general',
    operation: 'quote',
    breaker: 'CLOSED',
    calls: 0,
    failures: {},
    slowCalls: 0,
  };
  const failing = (category: Parameters<typeof failureReply>[0]) => ask({ afterMs: 0, reply: failureReply(category) });

  it('is reported as counts, once', async () => {
    await ask({ afterMs: 0, reply: declinedReply });
    await failing('PARTNER_INTERNAL');
    await failing('VALIDATION');
    const seen = operations.observe();
    const ofPolicies = { ...nothing, operation: 'issuance' };
    expect(seen).toEqual([{ ...nothing, calls: 3, failures: { PARTNER_INTERNAL: 1 } }, ofPolicies]);
    expect(seen.map((one) => partnerObservation.safeParse(one).success)).toEqual([true, true]);
    expect(operations.observe()).toEqual([nothing, ofPolicies]);
  });

  it('is reported the next time when nobody got it', async () => {
    await failing('PARTNER_INTERNAL');
    const lost = operations.observe();
    await failing('PARTNER_INTERNAL');
    await failing('PROTOCOL');
    operations.giveBack(lost);
    expect(counted()).toEqual({ ...nothing, calls: 3, failures: { PARTNER_INTERNAL: 2, PROTOCOL: 1 } });
  });

  it('has slow calls among its calls, answered or not', async () => {
    const asked = ask({ afterMs: 6_000, reply: declinedReply });
    await passTime(clock, 6_000, 1_000);
    await asked;
    expect(counted()).toEqual({ ...nothing, calls: 1, slowCalls: 1 });
  });

  it('leaves out what was refused for want of capacity, and calls that were never made', async () => {
    await failing('RATE_LIMITED');
    for (let n = 0; n < 4; n += 1) await failing('PARTNER_INTERNAL');
    await failing('PARTNER_INTERNAL');
    expect(counted()).toEqual({ ...nothing, breaker: 'OPEN', calls: 4, failures: { PARTNER_INTERNAL: 4 } });
  });

  it('can be looked at by people, with the values of the registry', async () => {
    const hanging = Array.from({ length: 7 }, () => ask('HANGS'));
    operations.of(partner, 'quote').leaveAloneFor(1_500);
    await passTime(clock, 100);
    expect(operations.snapshot((id) => id === 'acme-general')).toEqual([
      {
        partner: 'acme-general',
        operation: 'quote',
        settings: partner.operations.quote,
        isOffline: true,
        breaker: 'CLOSED',
        probeAt: null,
        placesInUse: 5,
        placesWaitedFor: 2,
        retryTokens: 10,
        pausedUntil: '2026-11-23T10:00:01.500Z',
        p95Ms: null,
      },
      expect.objectContaining({
        partner: 'acme-general',
        operation: 'issuance',
        settings: partner.operations.issuance,
        placesInUse: 0,
      }),
    ]);
    await passTime(clock, 40_000, 500);
    await Promise.all(hanging);
  });

  it('says when an open breaker probes', async () => {
    for (let n = 0; n < 4; n += 1) await failing('PARTNER_INTERNAL');
    expect(operations.snapshot(() => false)).toMatchObject([
      { operation: 'quote', breaker: 'OPEN', probeAt: '2026-11-23T10:00:02.500Z' },
      { operation: 'issuance', breaker: 'CLOSED', probeAt: null },
    ]);
  });

  it('is asked for by nobody but those that it serves', () => {
    expect(() => operations.of({ ...partner, id: 'zenith' }, 'quote')).toThrow('zenith');
  });
});
