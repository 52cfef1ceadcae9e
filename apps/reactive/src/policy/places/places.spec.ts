import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moment } from '../../testing/partner-on-clock.js';
import { Places, type PlaceWanted, type Turn } from './places.js';

describe('the places of a partner', () => {
  let clock: ManualClock;
  let places: Places<string>;
  let turns: string[];
  beforeEach(() => {
    clock = new ManualClock();
    places = new Places(2, clock);
    turns = [];
  });

  function take(name: string, changes: Partial<PlaceWanted<string>> = {}): void {
    const wanted = { waitMs: 1_000, instead: () => null, signal: undefined, ...changes };
    void places.take(wanted).then((turn) => turns.push(`${name} ${typeof turn === 'string' ? turn : turn.instead}`));
  }

  it('are given away in the order of asking', async () => {
    for (const name of ['first', 'second', 'third', 'fourth']) take(name);
    await moment();
    expect(turns).toEqual(['first TAKEN', 'second TAKEN']);
    places.leave();
    places.leave();
    await moment();
    expect(turns.slice(2)).toEqual(['third TAKEN', 'fourth TAKEN']);
    expect([places.inUse, places.waiting]).toEqual([2, 0]);
  });

  it('are not waited for any longer than somebody has time', async () => {
    for (const name of ['first', 'second', 'third']) take(name);
    take('hurried', { waitMs: 10 });
    clock.advance(10);
    await moment();
    expect(turns.at(-1)).toBe('hurried TOO_LATE');
    places.leave();
    await moment();
    expect(turns.at(-1)).toBe('third TAKEN');
    expect(clock.sleeping).toBe(0);
  });

  it('are not waited for without time, nor by who has gone', async () => {
    for (const name of ['first', 'second']) take(name);
    take('late', { waitMs: 0 });
    take('gone', { signal: AbortSignal.abort('gone') });
    const leaving = new AbortController();
    take('leaving', { signal: leaving.signal });
    await moment();
    leaving.abort('left');
    await moment();
    expect(turns.slice(2)).toEqual(['late TOO_LATE', 'gone TOO_LATE', 'leaving TOO_LATE']);
    expect(places.waiting).toBe(0);
  });

  it('are not waited for in vain: what comes in place of that is said at once', async () => {
    for (const name of ['first', 'second']) take(name, { instead: () => 'refused' });
    take('third', { instead: () => 'refused' });
    await moment();
    expect(turns).toEqual(['first TAKEN', 'second TAKEN', 'third refused']);
  });

  it('are not waited for any longer when something has changed', async () => {
    let refused: string | null = null;
    for (const name of ['first', 'second', 'third', 'fourth']) take(name, { instead: () => refused });
    refused = 'refused';
    places.lookAgain();
    await moment();
    expect(turns.slice(2)).toEqual(['third refused', 'fourth refused']);
    expect(places.inUse).toBe(2);
  });

  type Event =
    | { readonly kind: 'take' | 'leave' | 'abort' | 'refuse' }
    | { readonly kind: 'wait'; readonly ms: number };
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({ kind: fc.constantFrom('take', 'leave', 'abort', 'refuse') }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 600 }) }),
  );

  it('are never lost and never given twice, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const time = new ManualClock();
        const tried = new Places<string>(3, time);
        let [held, asked, answered, isRefused] = [0, 0, 0, false];
        const goers: AbortController[] = [];
        const onTurn = (turn: Turn<string>) => {
          answered += 1;
          if (turn === 'TAKEN') held += 1;
          expect(held).toBeLessThanOrEqual(3);
        };
        const acts: Record<Event['kind'], (ms: number) => void> = {
          take() {
            const goer = new AbortController();
            goers.push(goer);
            asked += 1;
            const instead = () => (isRefused ? 'refused' : null);
            void tried.take({ waitMs: 500, instead, signal: goer.signal }).then(onTurn);
          },
          leave() {
            if (held === 0) return;
            held -= 1;
            tried.leave();
          },
          abort: () => goers.shift()?.abort('gone'),
          refuse() {
            isRefused = !isRefused;
            tried.lookAgain();
          },
          wait: (ms) => time.advance(ms),
        };
        for (const one of events) {
          acts[one.kind](one.kind === 'wait' ? one.ms : 0);
          // Half of the time, several things happen before anybody can go on.
          if (asked % 2 === 0) await moment();
        }
        await moment();
        expect(tried.inUse).toBe(held);
        time.advance(500);
        await moment();
        expect([answered, tried.waiting, time.sleeping]).toEqual([asked, 0, 0]);
        for (; held > 0; held -= 1) tried.leave();
        expect(tried.inUse).toBe(0);
      }),
    );
  });
});
