import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type GateTicket, LoadGate } from './load-gate.js';

const LIMITS = { inWork: 2, waiting: 3, waitMs: 5_000 };

describe('the gate', () => {
  let clock: ManualClock;
  let gate: LoadGate;
  let outcomes: string[];

  beforeEach(() => {
    clock = new ManualClock();
    gate = new LoadGate(LIMITS, clock);
    outcomes = [];
  });

  /** Comes to the gate; what becomes of it is noted when it is known. */
  const come = (name: string): GateTicket => {
    const ticket = gate.enter();
    void ticket.admitted.then((isIn) => outcomes.push(`${name} ${isIn ? 'in' : 'refused'}`));
    return ticket;
  };
  const expectOutcomes = (...expected: string[]) => eventually(() => expect(outcomes).toEqual(expected));

  it('lets in as many as can be worked on, and the rest in the order in which they came', async () => {
    const [a, b] = [come('a'), come('b')];
    const c = come('c');
    come('d');
    await expectOutcomes('a in', 'b in');
    b.leave();
    await expectOutcomes('a in', 'b in', 'c in');
    a.leave();
    c.leave();
    come('e');
    await expectOutcomes('a in', 'b in', 'c in', 'd in', 'e in');
  });

  it('refuses at once whoever finds no room to wait', async () => {
    for (const name of ['a', 'b', 'c', 'd']) come(name);
    expect(gate.isFull).toBe(false);
    come('e');
    expect(gate.isFull).toBe(true);
    come('f');
    await expectOutcomes('a in', 'b in', 'f refused');
  });

  it('refuses whoever has waited too long, and only those', async () => {
    const a = come('a');
    come('b');
    come('c');
    clock.advance(4_000);
    come('d');
    await expectOutcomes('a in', 'b in');
    clock.advance(1_000);
    await expectOutcomes('a in', 'b in', 'c refused');
    a.leave();
    await expectOutcomes('a in', 'b in', 'c refused', 'd in');
  });

  it('watches the queue again after it was empty', async () => {
    const a = come('a');
    const b = come('b');
    come('c');
    a.leave();
    clock.advance(5_000);
    await expectOutcomes('a in', 'b in', 'c in');
    come('d');
    await eventually(() => expect(clock.sleeping).toBe(1));
    clock.advance(5_000);
    await expectOutcomes('a in', 'b in', 'c in', 'd refused');
    b.leave();
    expect(gate.isFull).toBe(false);
  });

  it('gives one place back for one request, however often that is said', async () => {
    const a = come('a');
    come('b');
    come('c');
    come('d');
    a.leave();
    a.leave();
    await expectOutcomes('a in', 'b in', 'c in');
  });

  it('forgets whoever goes while waiting', async () => {
    const a = come('a');
    come('b');
    const c = come('c');
    come('d');
    c.leave();
    c.leave();
    a.leave();
    await expectOutcomes('a in', 'b in', 'c refused', 'd in');
    come('e');
    expect(outcomes).not.toContain('e in');
  });
});
