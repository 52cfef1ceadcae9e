import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DECISIONS, FATES, type Fate, IssuanceWorld } from '../testing/issuance-world.js';

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>('GOES_ON') },
  { weight: 4, arbitrary: fc.constantFrom(...FATES) },
);
const fates = fc.array(fate, { maxLength: 60, size: 'max' });

describe('issuing a policy, wherever the process dies and whatever gets lost', () => {
  it('ends: with the one policy, told of and with its documents, or with the refusal and none', async () => {
    const seen = { most: 0 };
    await fc.assert(
      fc.asyncProperty(fates, fc.constantFrom(...DECISIONS), async (given, decision) => {
        const world = new IssuanceWorld(given.values(), decision);
        await world.live();
        const { application, deliveries, policies } = world;
        const isRefused = decision === 'REFUSES';
        expect({ policies, status: application.status }).toEqual(
          isRefused ? { policies: 0, status: 'REJECTED' } : { policies: 1, status: 'ISSUED' },
        );
        expect(application.documents.map(({ sha256 }) => sha256)).toEqual(isRefused ? [] : ['sha256']);
        expect(deliveries).toBeLessThan(500);
        seen.most = Math.max(seen.most, deliveries);
      }),
      { numRuns: 200 },
    );
    // Messages did come again, and out of the dead-letter queue.
    expect(seen.most).toBeGreaterThan(6);
  }, 60_000);
});
