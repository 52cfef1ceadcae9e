import {
  atTime,
  countAnswers,
  type PartnerAnswer,
  pendingRow,
  type QuoteProgress,
  recordAnswer,
  startProgress,
  withdrawConsent,
} from '@app/domain';
import { declinedAnswer, failedAnswer, quotedAnswer } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventFrames } from './event-frames.js';
import { eventsAfter, type QuoteEvent } from './quote-events.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const PARTNERS = ['a', 'b', 'c', 'd'];

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);

const accepted = (partners: readonly string[], refusedAtOnce = 0): QuoteProgress => {
  const rows = partners.map((partner, index) =>
    index < refusedAtOnce ? { ...pendingRow(partner, index + 1), status: 'FAILED' as const } : pendingRow(partner, 1),
  );
  return startProgress({
    id: ID,
    productLine: 'motor-four-wheeler',
    clientId: 'client-one',
    createdAt: at('10:00:00').toISOString(),
    answerDeadline: at('10:00:20').toISOString(),
    acceptLateUntil: at('10:05:00').toISOString(),
    version: Math.max(1, refusedAtOnce),
    rows,
  });
};

type Make = (answer: { requestId: string; partner: string }) => PartnerAnswer;

/** Everything that can happen to a request, at a time that goes on. */
type Step =
  | { readonly kind: 'answer'; readonly partner: string; readonly make: Make }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'time' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      partner: fc.constantFrom(...PARTNERS),
      make: fc.constantFrom<Make>(quotedAnswer, declinedAnswer, failedAnswer),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'time' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' } as const) },
);

function apply(before: QuoteProgress, what: Step, now: Date): QuoteProgress {
  if (what.kind === 'answer')
    return recordAnswer(before, what.make({ requestId: ID, partner: what.partner }), now).progress;
  return what.kind === 'withdraw' ? withdrawConsent(before, now) : atTime(before, now);
}

/** The states of a request, the first one included. The deadline passes somewhere on the way. */
const history = fc
  .record({
    partners: fc.integer({ min: 1, max: 4 }),
    refusedAtOnce: fc.nat({ max: 4 }),
    steps: fc.array(step, { maxLength: 12 }),
    inTime: fc.nat({ max: 12 }),
  })
  .map(({ partners, refusedAtOnce, steps, inTime }) => {
    const states = [accepted(PARTNERS.slice(0, partners), Math.min(partners, refusedAtOnce))];
    steps.forEach((what, index) => {
      const last = states.at(-1);
      const time =
        index < inTime ? `10:00:${String(index + 1).padStart(2, '0')}` : `10:01:${String(index).padStart(2, '0')}`;
      if (last !== undefined) states.push(apply(last, what, at(time)));
    });
    return states;
  });

/** What a reader has got who saw some of the states and was cut off, and came back, at some of the positions. */
function readerOf(states: readonly QuoteProgress[], cuts: readonly number[]): QuoteEvent[] {
  const seen: QuoteEvent[] = [];
  let position = 0;
  states.forEach((state, index) => {
    // A cut after so many frames: whatever comes after it is lost on the way.
    const cut = cuts[index] ?? Number.POSITIVE_INFINITY;
    const frames = new EventFrames().after(state, position).slice(0, cut);
    for (const { version } of frames) {
      seen.push(...eventsAfter(state, position).filter(({ id }) => id === version));
      position = version;
    }
  });
  return seen;
}

const newestState = (states: readonly QuoteProgress[]): QuoteProgress => {
  const state = states.at(-1);
  if (state === undefined) throw new Error('no state');
  return state;
};

describe('the events of a quote request', () => {
  it('tell of everything that stands in the end, once and in order, wherever a reader is cut off', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat({ max: 3 }), { maxLength: 13 }), (states, cuts) => {
        const final = newestState(states);
        const seen = readerOf([...states, final], cuts.slice(0, states.length));
        const answers = seen.filter(({ event }) => event === 'answer').map(({ id }) => id);
        expect(answers).toEqual([...new Set(answers)].toSorted((a, b) => a - b));
        const due = final.rows.filter(({ status }) => status !== 'PENDING').map(({ version }) => version);
        expect(answers).toEqual(expect.arrayContaining(due));
        const ends = seen.filter(({ event }) => event === 'completed').map(({ id }) => id);
        expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
        expect(ends.at(-1)).toBe(final.completedAt === null ? undefined : final.version);
        expect(seen.at(-1)?.event).toBe(
          final.completedAt === null ? (answers.length > 0 ? 'answer' : undefined) : 'completed',
        );
      }),
    );
  });

  it('say the same whenever they are sent', () => {
    fc.assert(
      fc.property(history, (states) => {
        const said = new Map<string, string>();
        for (const state of states) {
          for (const event of eventsAfter(state, 0)) {
            const name = `${event.event} ${event.id}`;
            expect(JSON.stringify(event)).toBe(said.get(name) ?? JSON.stringify(event));
            said.set(name, JSON.stringify(event));
          }
        }
      }),
    );
  });

  it('carry the counts of their own version', () => {
    fc.assert(
      fc.property(history, (states) => {
        const counts = new Map(states.map((state) => [state.version, countAnswers(state.rows)]));
        for (const { id, data } of eventsAfter(newestState(states), 0))
          if (counts.has(id)) expect(data).toMatchObject({ version: id, counts: counts.get(id) });
      }),
    );
  });

  it('are none for a reader who has everything, or more', () => {
    const state = atTime(accepted(['a', 'b']), at('10:01:00'));
    expect(eventsAfter(state, state.version)).toEqual([]);
    expect(eventsAfter(state, 1_000)).toEqual([]);
    expect(eventsAfter(accepted(['a']), 0)).toEqual([]);
  });

  it('count the silent ones one by one, also after one of them has answered late', () => {
    const silent = atTime(accepted(['a', 'b', 'c']), at('10:00:21'));
    const late = recordAnswer(silent, quotedAnswer({ requestId: ID, partner: 'b' }), at('10:00:30')).progress;
    const told = eventsAfter(late, 0).map(({ event, id, data }) => ({ ...data, event, id }));
    expect(told).toMatchObject([
      { event: 'answer', id: 2, answer: { partner: 'a' }, counts: { timedOut: 1, pending: 2, quoted: 0 } },
      { event: 'answer', id: 4, answer: { partner: 'c' }, counts: { timedOut: 3, pending: 0, quoted: 0 } },
      { event: 'answer', id: 6, answer: { partner: 'b', late: true }, counts: { timedOut: 2, quoted: 1 } },
      {
        event: 'completed',
        id: 6,
        version: 6,
        completedAt: late.answerDeadline,
        status: 'COMPLETED',
        counts: { timedOut: 2, quoted: 1 },
      },
    ]);
  });
});
