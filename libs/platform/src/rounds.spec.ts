import { eventually, ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { Rounds } from './rounds.js';

function roundsOf(parts: { firstAfterMs?: () => number; gate?: Promise<void> } = {}) {
  const clock = new ManualClock();
  const { gate = Promise.resolve(), ...rest } = parts;
  const seen = { begun: 0, done: 0, told: false };
  const rounds = new Rounds({
    ...rest,
    clock,
    pauseMs: () => 1_000,
    async round(stopping) {
      seen.begun += 1;
      await gate;
      seen.told = stopping.aborted;
      seen.done += 1;
    },
  });
  return { clock, rounds, seen, resting: () => eventually(() => expect(clock.sleeping).toBe(1)) };
}

describe('rounds', () => {
  it('begin at once and go on with pauses, once however often they are started', async () => {
    const { clock, rounds, seen, resting } = roundsOf();
    rounds.start();
    rounds.start();
    await resting();
    expect(seen.done).toBe(1);
    clock.advance(1_000);
    await eventually(() => expect(seen.done).toBe(2));
    await rounds.stop();
  });

  it('begin later where that is asked for', async () => {
    const { clock, rounds, seen, resting } = roundsOf({ firstAfterMs: () => 5_000 });
    rounds.start();
    await resting();
    expect(seen.begun).toBe(0);
    clock.advance(5_000);
    await eventually(() => expect(seen.done).toBe(1));
    await rounds.stop();
  });

  it('stop when the round in hand is done, which is told that it may end', async () => {
    const gate = Promise.withResolvers<void>();
    const { clock, rounds, seen } = roundsOf({ gate: gate.promise });
    rounds.start();
    const stopped = rounds.stop();
    expect(seen).toMatchObject({ begun: 1, done: 0 });
    gate.resolve();
    await stopped;
    expect(seen).toEqual({ begun: 1, done: 1, told: true });
    expect(clock.sleeping).toBe(0);
  });

  it('stop at once while they rest, and before they began', async () => {
    const { clock, rounds, resting } = roundsOf();
    rounds.start();
    await resting();
    await rounds.stop();
    expect(clock.sleeping).toBe(0);
    await roundsOf().rounds.stop();
  });
});
