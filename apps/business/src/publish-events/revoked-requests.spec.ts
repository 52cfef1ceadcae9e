import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { RevokedRequests } from './revoked-requests.js';

describe('requests whose consent was withdrawn', () => {
  it('are remembered for a while, not for ever', () => {
    const clock = new ManualClock();
    const revoked = new RevokedRequests(clock, 10_000);
    revoked.add('one');
    clock.advance(9_000);
    revoked.add('two');
    expect([revoked.has('one'), revoked.has('two'), revoked.has('three')]).toEqual([true, true, false]);
    clock.advance(1_001);
    revoked.add('three');
    expect([revoked.has('one'), revoked.has('two'), revoked.has('three')]).toEqual([false, true, true]);
  });

  it('are remembered anew when they are named again', () => {
    const clock = new ManualClock();
    const revoked = new RevokedRequests(clock, 10_000);
    revoked.add('one');
    clock.advance(9_000);
    revoked.add('one');
    clock.advance(2_000);
    revoked.add('two');
    expect(revoked.has('one')).toBe(true);
  });

  it('are a bounded number: the oldest are let go', () => {
    const revoked = new RevokedRequests(new ManualClock(), 10_000);
    for (let n = 0; n <= 20_000; n += 1) revoked.add(`request ${n}`);
    expect(revoked.size).toBe(20_000);
    expect([revoked.has('request 0'), revoked.has('request 20000')]).toEqual([false, true]);
  });
});
