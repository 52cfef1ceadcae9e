import type { PartnerCalls, PartnerCondition } from '@app/ports';
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveState, unknownCondition } from '../effective-state.js';
import { after, forcedOf, NOON, PARTNER, seenBy } from '../testing/partner-calls.js';
import { illShareOf, tallyByReplica, tallyOf } from './call-tally.js';
import { decidePartner } from './decide-partner.js';
import { SUPERVISOR_RULES as rules } from './supervisor-rules.js';

/** What a replica saw between two rounds. */
const saw = (replica: string) =>
  fc
    .record({
      calls: fc.nat({ max: 30 }),
      failed: fc.double({ min: 0, max: 1, noNaN: true }),
      slow: fc.nat({ max: 30 }),
    })
    .map(
      ({ calls, failed, slow }): PartnerCalls => ({
        ...seenBy(replica, { calls, slowCalls: Math.min(calls, slow) }),
        failures: { TIMEOUT: Math.floor(calls * failed) },
      }),
    );

const round = fc.record({
  seen: fc.array(fc.constantFrom('one', 'two', 'three').chain(saw), { maxLength: 4 }),
  passMs: fc.integer({ min: 100, max: 15_000 }),
  random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});

type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;

/** Plays rounds; `check` sees each condition with what was decided on, and what became of it. */
function play(
  start: PartnerCondition,
  rounds: readonly Round[],
  check: (before: PartnerCondition, calls: readonly PartnerCalls[], next: PartnerCondition, now: Date) => void,
): PartnerCondition {
  let now = NOON;
  let condition = start;
  for (const { seen, passMs, random } of rounds) {
    now = after(passMs, now);
    const next = decidePartner({ condition, calls: seen, now, rules, random })?.after ?? condition;
    check(condition, seen, next, now);
    condition = next;
  }
  return condition;
}

const isPastThresholds = (calls: readonly PartnerCalls[]): boolean => {
  const share = illShareOf(tallyOf(calls));
  const replicas = tallyByReplica(calls);
  const seeing = replicas.filter((one) => illShareOf(one) >= 0.5).length;
  return tallyOf(calls).calls >= 20 && share >= 0.5 && (seeing >= 2 || share >= 0.8);
};

const holds = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new Error(what);
};

describe('whatever replicas see, a partner', () => {
  it('goes offline from online only past the thresholds, and always then', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
        play(unknownCondition(PARTNER), rounds, (before, calls, next) => {
          if (before.state === 'ONLINE') {
            holds((next.state === 'OFFLINE') === isPastThresholds(calls), `${next.state} by ${JSON.stringify(calls)}`);
          }
          holds(next === before || next.version === before.version + 1, 'a change raises the version by one');
        });
      }),
    );
  });

  it('never comes back but by calls that went well', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
        play(unknownCondition(PARTNER), rounds, (before, calls, next) => {
          if (before.state === 'ONLINE' || next.state !== 'ONLINE') return;
          const { calls: ended, failed, slowCalls } = tallyOf(calls);
          holds(
            before.state === 'PROBING' && ended >= 3 && failed + slowCalls === 0,
            `back by ${JSON.stringify(calls)}`,
          );
        });
      }),
    );
  });

  it('is back one probe interval and three good calls after it is well', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
        const condition = play(unknownCondition(PARTNER), rounds, () => undefined);
        const seen = [seenBy('one', { calls: 3 })];
        const wellNow = after(600_000);
        const recovery: Round[] = [
          { seen, passMs: wellNow.getTime() - NOON.getTime(), random: 0 },
          { seen, passMs: 2_000, random: 0 },
        ];
        holds(play(condition, recovery, () => undefined).state === 'ONLINE', `${condition.state} stays`);
      }),
    );
  });

  it('is what an operator has set until its end, and the supervisor’s again from then on', () => {
    const state = fc.constantFrom('ONLINE' as const, 'OFFLINE' as const);
    fc.assert(
      fc.property(fc.array(round, { maxLength: 40 }), state, fc.nat({ max: 200_000 }), (rounds, set, endMs) => {
        const until = after(endMs);
        const forced = { ...unknownCondition(PARTNER), version: 1, forced: forcedOf(set, until) };
        play(forced, rounds, (before, _, next, now) => {
          if (now < until) holds(next === before && effectiveState(next, now).state === set, 'force must win');
          else if (before.forced !== null) holds(next.forced === null && next.state === 'ONLINE', 'it must end');
        });
      }),
    );
  });
});
