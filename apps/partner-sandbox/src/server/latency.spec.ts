import { describe, expect, it } from '@jest/globals';
import type { Partner } from '../partners/partner.js';
import { SIMULATED_PARTNERS } from '../partners/partners.js';
import { testWorld } from '../testing/test-world.js';
import { type Latency, latencyOf } from './latency.js';

function partner(id: string): Partner {
  const found = SIMULATED_PARTNERS.find((definition) => definition.id === id);
  if (found === undefined) throw new RangeError(id);
  return found.create(testWorld(), { enforceAll: false, off: false });
}

function waits(latency: Latency, id: string, calls: number): number[] {
  const next = latencyOf(latency);
  const asked = partner(id);
  return Array.from({ length: calls }, () => next(asked));
}

describe('latency', () => {
  it('is none by default', () => {
    expect(waits({ kind: 'none' }, 'acme-general', 3)).toEqual([0, 0, 0]);
  });

  it('cycles through the factors of the promised median, ending at the 95th percentile', () => {
    const [first, second] = [waits({ kind: 'sla' }, 'acme-general', 9), waits({ kind: 'sla' }, 'cogwheel-direct', 9)];
    expect(first).toEqual([108, 144, 180, 180, 216, 270, 360, 400, 108].map((ms) => expect.closeTo(ms)));
    expect(second).toEqual([72, 96, 120, 120, 144, 180, 240, 300, 72].map((ms) => expect.closeTo(ms)));
  });

  it('spreads a fixed range evenly over ten calls, each partner in a phase of its own', () => {
    const fixed = { kind: 'fixed', minMs: 10, maxMs: 100 } as const;
    const ten = waits(fixed, 'acme-general', 10);
    expect(ten.toSorted((a, b) => a - b)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(waits(fixed, 'acme-general', 20).slice(10)).toEqual(ten);
    expect(waits(fixed, 'cogwheel-direct', 1)).not.toEqual(ten.slice(0, 1));
  });
});
