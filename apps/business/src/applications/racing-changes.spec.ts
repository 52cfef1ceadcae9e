import { askAgain, giveUp, ok, RESOLUTION_ACTIONS, recordIssuance, resolveApplication } from '@app/domain';
import { canonicalErrorOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecideApplication } from './application-desk.js';
import { DeskInMemory } from './testing/desk-in-memory.js';

const OUTCOMES = ['PENDING', 'UNKNOWN', 'FAILED', 'REFUSED', 'ISSUED'] as const;
const CATEGORIES = ['TIMEOUT', 'UNAVAILABLE', 'UNDERWRITING', 'PAYMENT_MISMATCH', 'PRICE_CHANGED'] as const;

type Step = DecideApplication<string>;

/** What happens at the same time, and how much time passes before. */
interface Round {
  readonly afterMs: number;
  readonly steps: readonly Step[];
}

const results = fc
  .record({
    outcome: fc.constantFrom(...OUTCOMES),
    category: fc.constantFrom(...CATEGORIES),
    behind: fc.nat(1),
    policyNumber: fc.constantFrom('P-1', 'P-2'),
  })
  .map(({ outcome, category, behind, policyNumber }): Step => {
    const error = canonicalErrorOf({ category });
    return (application, circumstances) => {
      const attempt = Math.max(1, application.attempt - behind);
      const policy = outcome === 'ISSUED' ? { policyNumber } : { error, newTotalMinor: application.totalMinor + 1 };
      const result = { applicationId: application.id, attempt, outcome, ...policy };
      return ok(recordIssuance(application, result, circumstances).application);
    };
  });
const resolutions = fc.constantFrom(...RESOLUTION_ACTIONS).map(
  (action): Step =>
    (application, { now }) =>
      resolveApplication(application, { action, policyNumber: 'P-3' }, now),
);
const others = fc.constantFrom<Step>(
  (application) => ok(application),
  (application, { now }) => ok(askAgain(application, now)),
  (application, { now }) => ok(giveUp(application, application.attempt, now)),
);
const rounds = fc.array(
  fc.record({
    afterMs: fc.constantFrom(0, 4_000, 60_000, 3_600_000),
    steps: fc.array(fc.oneof(results, results, others, resolutions), { minLength: 1, maxLength: 5 }),
  }),
  { maxLength: 12 },
);

async function lived(happening: readonly Round[]) {
  const memory = new DeskInMemory();
  const { id } = await memory.submitted();
  for (const { afterMs, steps } of happening) {
    memory.clock.advance(afterMs);
    await Promise.all(steps.map((step) => memory.desk.change(id, step)));
  }
  return { memory, application: await memory.read(id) };
}

describe('changes of one application that race each other', () => {
  it('send one message for each attempt, tell every version once and every policy once', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (happening) => {
        const { memory, application } = await lived(happening);
        const attempts = memory.requested.map(({ attempt }) => attempt);
        // The first one was sent with the application itself.
        expect(attempts).toEqual(Array.from({ length: application.attempt - 1 }, (_, at) => at + 2));
        const versions = memory.changes.map(({ version }) => version);
        expect(versions).toEqual(versions.toSorted((one, other) => one - other));
        expect(new Set(versions).size).toBe(versions.length);
        expect(versions.at(-1)).toBe(application.version);
        const policies = memory.told.filter((told) => told.endsWith('policy.issued.v1'));
        expect(policies).toHaveLength(application.status === 'ISSUED' ? 1 : 0);
        const held = application.payments.filter(({ status }) => status === 'HELD');
        const isOver = application.status === 'REJECTED' || application.status === 'EXPIRED';
        expect(held.length).toBeLessThanOrEqual(isOver ? 0 : 1);
      }),
      { numRuns: 150 },
    );
  });
});
