import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_CATEGORIES } from '../canonical-error.js';
import { type Application, isLive, isWaiting, refundOf } from './application.js';
import { wakesAt } from './application-times.js';
import {
  acceptPrice,
  applicationAtTime,
  askAgain,
  giveUp,
  RESOLUTION_ACTIONS,
  resolveApplication,
} from './change-application.js';
import { ISSUANCE_OUTCOMES } from './issuance-result.js';
import { recordIssuance } from './record-issuance.js';
import { applied, errorOf, START } from './testing/applied.js';

const DAY_MS = 86_400_000;

type Move = (application: Application, now: Date) => Application;

const results = fc
  .record({
    outcome: fc.constantFrom(...ISSUANCE_OUTCOMES),
    category: fc.constantFrom(...ERROR_CATEGORIES),
    policyNumber: fc.constantFrom('P-1', 'P-2', undefined),
    isOfferAppliedForAnew: fc.boolean(),
    behind: fc.nat(2),
    delta: fc.constantFrom(50_000, 0, -900_000),
  })
  .map(
    ({ outcome, category, policyNumber, isOfferAppliedForAnew, behind, delta }): Move =>
      (application, now) =>
        recordIssuance(
          application,
          {
            applicationId: application.id,
            attempt: Math.max(1, application.attempt - behind),
            outcome,
            policyNumber,
            error: outcome === 'ISSUED' || outcome === 'PENDING' ? undefined : errorOf(category),
            newTotalMinor: Math.max(1, application.totalMinor + delta),
          },
          { now, random: () => 0.5, isOfferTaken: isOfferAppliedForAnew && !isLive(application) },
        ).application,
  );

const acceptances = fc.constantFrom(0, 1).map(
  (off): Move =>
    (application, now) => {
      const { newTotalMinor = 0, newDueMinor = 0 } = application.priceChange ?? {};
      const said = { acceptedTotalMinor: newTotalMinor + off, amountMinor: newDueMinor, currency: 'INR' };
      const accepted = acceptPrice(application, said, now);
      return accepted.ok ? accepted.value : application;
    },
);

const resolutions = fc.constantFrom(...RESOLUTION_ACTIONS).map(
  (action): Move =>
    (application, now) => {
      const resolved = resolveApplication(application, { action, policyNumber: 'P-2' }, now);
      return resolved.ok ? resolved.value : application;
    },
);

const givingUp = fc.constant<Move>((application, now) => giveUp(application, application.attempt, now));
const asking = fc.constant<Move>(askAgain);

const steps = fc.array(
  fc.record({
    afterMs: fc.constantFrom(0, 3_000, 60_000, 3_600_000, DAY_MS),
    move: fc.oneof(results, results, acceptances, resolutions, givingUp, asking),
  }),
  { maxLength: 25 },
);

/** Every state on the way. */
function lived(moves: readonly { readonly afterMs: number; readonly move: Move }[]): Application[] {
  const states = [applied()];
  let now = START.getTime();
  for (const { afterMs, move } of moves) {
    now += afterMs;
    const before = states.at(-1) ?? applied();
    const current = applicationAtTime(before, new Date(now));
    states.push(current, move(current, new Date(now)));
  }
  return states;
}

const property = (check: (states: readonly Application[]) => void) =>
  fc.assert(
    fc.property(steps, (moves) => check(lived(moves))),
    { numRuns: 500 },
  );

describe('the life of an application, whatever happens to it', () => {
  it('never leaves a policy, and never changes its number', () => {
    property((states) => {
      const first = states.findIndex(({ status }) => status === 'ISSUED');
      if (first === -1) return;
      const number = states[first]?.policyNumber;
      expect(number).not.toBeNull();
      for (const { status, policyNumber } of states.slice(first))
        expect([status, policyNumber]).toEqual(['ISSUED', number]);
    });
  });

  it('never forgets a policy, unless somebody’s decision names another', () => {
    property((states) => {
      states.forEach((after, at) => {
        const before = states[at - 1] ?? after;
        if (before.policyNumber === null || after.events.at(-1)?.reason === 'MARKED_BY_OPERATOR') return;
        expect(after.policyNumber).toBe(before.policyNumber);
      });
    });
  });

  it('never keeps money for nothing: what ended without a policy is due, or has gone back', () => {
    property((states) => {
      for (const application of states) {
        const held = application.payments.filter(({ status }) => status === 'HELD');
        const isOver = application.status === 'REJECTED' || application.status === 'EXPIRED';
        if (isOver) expect([held, refundOf(application)?.currency]).toEqual([[], 'INR']);
        else expect(held.length).toBeLessThanOrEqual(1);
        if (isWaiting(application)) expect(held).toEqual([{ amountMinor: application.dueMinor, status: 'HELD' }]);
      }
    });
  });

  it('is never stuck: whatever waits for the partner goes on by itself', () => {
    property((states) => {
      for (const application of states)
        if (isWaiting(application) || application.status === 'PRICE_CHANGED')
          expect(wakesAt(application)).not.toBeNull();
    });
  });

  it('tells every step in its history, and raises the version by exactly one with every change', () => {
    property((states) => {
      states.forEach((after, at) => {
        const before = states[at - 1] ?? after;
        if (after !== before) expect(after.version).toBe(before.version + 1);
        // Each step is one change; that the partner is asked again is a change without a step.
        expect(after.events.length - before.events.length).toBeLessThanOrEqual(after.version - before.version);
        expect(after.events.at(-1)?.status).toBe(after.status);
        if (after.status !== before.status) expect(after.events).toHaveLength(before.events.length + 1);
        expect(after.events.slice(0, before.events.length)).toEqual(before.events);
      });
    });
  });

  it('never goes back to an earlier attempt, and gets a new key only with a new attempt', () => {
    property((states) => {
      states.forEach((after, at) => {
        const before = states[at - 1] ?? after;
        expect(after.attempt).toBeGreaterThanOrEqual(before.attempt);
        if (after.acceptances !== before.acceptances) expect(after.attempt).toBe(before.attempt + 1);
      });
    });
  });

  it('is in the way of other applications unless it has ended, and of a policy after the end where there is one', () => {
    property((states) => {
      for (const application of states) {
        const { givesWay, policyNumber, status } = application;
        if (status === 'REJECTED' || status === 'EXPIRED') expect(isLive(application)).toBe(false);
        else if (!isLive(application))
          expect([status, givesWay, policyNumber]).toEqual(['NEEDS_ATTENTION', true, expect.any(String)]);
      }
    });
  });

  it('can be paid whenever a price waits for the customer', () => {
    property((states) => {
      for (const { priceChange, status } of states) {
        expect(priceChange !== null).toBe(status === 'PRICE_CHANGED');
        if (priceChange !== null) expect(priceChange.newDueMinor).toBeGreaterThan(0);
      }
    });
  });
});
