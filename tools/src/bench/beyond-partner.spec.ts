import { describe, expect, it } from '@jest/globals';
import { beyondPartner } from './beyond-partner.js';
import type { QuoteTiming } from './measure-quote.js';
import type { SandboxCall } from './sandbox-control.js';

const timing = (id: string, first: [string, number], last: [string, number]): QuoteTiming => ({
  id,
  acceptedMs: 1,
  first: { partner: first[0], afterMs: first[1] },
  last: { partner: last[0], afterMs: last[1] },
  answers: [],
});

const call = (reference: string | null, partner: string, durationMs: number): SandboxCall => ({
  startedAt: '2026-11-23T10:00:00.000Z',
  reference,
  partner,
  operation: 'quote',
  durationMs,
});

describe('the time beyond the partner’s own', () => {
  it('is what the client waited less what the partner that answered took', () => {
    const timings = [timing('q1', ['a', 30], ['b', 210]), timing('q2', ['b', 55], ['a', 60])];
    const calls = [
      call('q1', 'a', 20),
      call('q1', 'b', 195),
      call('q2', 'a', 40),
      call('q2', 'b', 50),
      call(null, 'a', 9),
    ];
    expect(beyondPartner(timings, calls)).toEqual({ first: [10, 5], last: [15, 20], unmatched: 0 });
  });

  it('takes all calls of a partner that was asked more than once', () => {
    const calls = [call('q1', 'a', 20), call('q1', 'a', 30)];
    expect(beyondPartner([timing('q1', ['a', 60], ['a', 60])], calls)).toMatchObject({ first: [10], last: [10] });
  });

  it('leaves out, and counts, answers of partners that were not called', () => {
    const timings = [timing('q1', ['a', 5], ['b', 60])];
    expect(beyondPartner(timings, [call('q1', 'b', 40)])).toEqual({ first: [], last: [20], unmatched: 1 });
  });
});
