import type { PartnerCalls, PartnerCondition } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import { after, conditionOf, forcedOf, NOON, PARTNER, seenBy } from '../testing/partner-calls.js';
import { countedFrom, decidePartner } from './decide-partner.js';
import { SUPERVISOR_RULES as rules } from './supervisor-rules.js';

const decide = (condition: PartnerCondition, calls: readonly PartnerCalls[], now = NOON, random = 0.5) =>
  decidePartner({ condition, calls, now, rules, random });

const failed = (replica: string, calls: number, failures: number) =>
  seenBy(replica, { calls, failures: { TIMEOUT: failures } });

describe('an online partner', () => {
  const online = conditionOf();

  it.each<[string, PartnerCalls[]]>([
    ['half of the calls failed', [failed('one', 10, 5), failed('two', 10, 5)]],
    ['half of the calls were slow', [seenBy('one', { slowCalls: 5 }), seenBy('two', { slowCalls: 6 })]],
    ['two of three replicas see it', [failed('one', 30, 30), failed('two', 2, 1), seenBy('three', { calls: 5 })]],
    ['one replica alone sees it in four of five calls', [failed('one', 20, 16)]],
    ['one of two replicas sees it in four of five of all calls', [failed('one', 100, 100), failed('two', 5, 1)]],
    ['its operations together are enough', [failed('one', 10, 9), { ...failed('one', 10, 9), operation: 'issuance' }]],
  ])('is taken offline when %s', (_, calls) => {
    expect(decide(online, calls)?.after).toMatchObject({ partner: PARTNER, version: 5, state: 'OFFLINE', since: NOON });
  });

  it.each<[string, PartnerCalls[]]>([
    ['nothing is known', []],
    ['fewer than twenty calls ended', [failed('one', 10, 10), failed('two', 9, 9)]],
    ['less than half of the calls failed', [failed('one', 10, 5), failed('two', 11, 5)]],
    [
      'as many failed as were slow, and neither is half',
      [seenBy('one', { calls: 20, slowCalls: 9, failures: { TIMEOUT: 9 } })],
    ],
    ['one of two replicas sees it, without a clear majority', [failed('one', 20, 20), failed('two', 10, 1)]],
    ['there is one replica, without a clear majority', [failed('one', 20, 15)]],
  ])('stays online when %s', (_, calls) => {
    expect(decide(online, calls)).toBeNull();
  });

  it('is judged by the last thirty seconds, and by nothing from before its last change', () => {
    expect(countedFrom(online, NOON, rules)).toEqual(after(-30_000));
    expect(countedFrom(conditionOf({ since: after(-4_000) }), NOON, rules)).toEqual(after(-4_000));
  });

  it('leaves an audit entry with the counts when it is taken offline', () => {
    const calls = [failed('one', 12, 9), seenBy('two', { failures: { TIMEOUT: 2, PROTOCOL: 6 }, slowCalls: 1 })];
    expect(decide(online, calls)?.audit).toEqual({
      at: NOON,
      actor: 'supervisor',
      action: 'PARTNER_STATE_CHANGED',
      subject: PARTNER,
      reason: '17 of 22 calls failed, 1 were slow',
      details: {
        ...{ from: 'ONLINE', to: 'OFFLINE', replicas: 2 },
        ...{ calls: 22, failed: 17, slowCalls: 1, failures: { TIMEOUT: 11, PROTOCOL: 6 } },
      },
    });
  });

  it.each([
    [0, 10_000],
    [0.5, 9_000],
    [0.999, 8_002],
  ])('is probed within ten seconds, chance (%d) says when', (random, ms) => {
    expect(decide(online, [failed('one', 20, 20)], NOON, random)?.after.probeAt).toEqual(after(ms));
  });
});

describe('an offline partner', () => {
  const offline = conditionOf({ state: 'OFFLINE', since: NOON, probeAt: after(9_000), reason: 'ill' });

  it('is left alone until it is to be probed', () => {
    expect(decide(offline, [seenBy('one', { calls: 100 })], after(8_999))).toBeNull();
  });

  it('is probed then', () => {
    const { state, since, probeAt, version } = decide(offline, [], after(9_000))?.after ?? conditionOf();
    expect({ state, since, probeAt, version }).toEqual({
      ...{ state: 'PROBING', since: after(9_000), probeAt: null, version: 5 },
    });
  });
});

describe('a partner that is probed', () => {
  const probing = conditionOf({ state: 'PROBING', since: NOON });

  it('waits for three calls to end', () => {
    expect(decide(probing, [seenBy('one', { calls: 2 })])).toBeNull();
    expect(decide(probing, [failed('one', 2, 2)])).toBeNull();
  });

  it('is online again when all of them went well', () => {
    const next = decide(probing, [seenBy('one', { calls: 2 }), seenBy('two', { calls: 1 })]);
    expect(next?.after).toMatchObject({ state: 'ONLINE', since: NOON, probeAt: null });
    expect(next?.audit.details).toMatchObject({ from: 'PROBING', to: 'ONLINE', calls: 3 });
  });

  it.each<[string, PartnerCalls[]]>([
    ['failed', [failed('one', 3, 1)]],
    ['was slow', [seenBy('one', { calls: 9, slowCalls: 1 })]],
  ])('is offline again when one of them %s', (_, calls) => {
    expect(decide(probing, calls)?.after).toMatchObject({ state: 'OFFLINE', probeAt: after(9_000) });
  });

  it('counts reports that began right before, while it was offline', () => {
    expect(countedFrom(probing, after(600), rules)).toEqual(after(-2_500));
  });
});

describe('what an operator has set', () => {
  const sick = [failed('one', 50, 50), failed('two', 50, 50)];

  it.each(['ONLINE', 'OFFLINE'] as const)('is left alone (%s), whatever is seen', (state) => {
    expect(decide(conditionOf({ forced: forcedOf(state) }), sick)).toBeNull();
    expect(decide(conditionOf({ forced: forcedOf(state, after(1)) }), sick)).toBeNull();
    expect(decide(conditionOf({ state: 'OFFLINE', probeAt: NOON, forced: forcedOf(state) }), [])).toBeNull();
  });

  it('ends at its time: then the partner is online, judged by what is seen from then on', () => {
    const next = decide(conditionOf({ state: 'OFFLINE', forced: forcedOf('OFFLINE', NOON) }), sick);
    expect(next?.after).toMatchObject({ state: 'ONLINE', since: NOON, forced: null, probeAt: null });
    expect(next?.audit).toMatchObject({ actor: 'supervisor', details: { from: 'OFFLINE', to: 'ONLINE' } });
  });
});
