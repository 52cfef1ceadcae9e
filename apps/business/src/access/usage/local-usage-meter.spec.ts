import type { UsageLimit } from '@app/ports';
import { ManualClock, usageMeterContract } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { FallbackUsageMeter } from './fallback-usage-meter.js';
import { LocalUsageMeter } from './local-usage-meter.js';

const limit = (key: string, windowMs = 1_000): UsageLimit => ({ name: 'burst', key, quota: 2, windowMs });

describe('the local meter', () => {
  usageMeterContract(async () => {
    const clock = new ManualClock();
    return { meter: new LocalUsageMeter(clock), pass: async (ms) => clock.advance(ms) };
  });

  it('forgets who is idle, and nobody else', async () => {
    const clock = new ManualClock();
    const meter = new LocalUsageMeter(clock);
    await meter.use([limit('a day', 86_400_000)]);
    for (let n = 0; n < 1_000; n += 1) await meter.use([limit(`sender ${n}`)]);
    expect(meter.size).toBe(1_001);
    clock.advance(2_000);
    for (let n = 0; n < 1_000; n += 1) await meter.use([limit('the only one')]);
    expect(meter.size).toBe(2);
    expect((await meter.use([limit('a day', 86_400_000)])).states).toMatchObject([{ remaining: 0 }]);
  });

  it('does not give uses away when the time steps back', async () => {
    const clock = new ManualClock();
    const meter = new LocalUsageMeter(clock);
    for (let n = 0; n < 2; n += 1) await meter.use([limit('one')]);
    clock.advance(-60_000);
    expect(await meter.use([limit('one')])).toMatchObject({ allowed: false });
  });
});

describe('a meter with one to fall back to', () => {
  it('uses the shared one, and the local one at once while that cannot be reached', async () => {
    const clock = new ManualClock();
    const shared = new LocalUsageMeter(clock);
    let isAway = false;
    const reached = {
      use: async (limits: readonly UsageLimit[]) => {
        if (isAway) throw new Error('Redis is away');
        return shared.use(limits);
      },
    };
    const meter = new FallbackUsageMeter(reached, new LocalUsageMeter(clock));
    for (const expected of [true, true, false]) expect((await meter.use([limit('one')])).allowed).toBe(expected);
    isAway = true;
    for (const expected of [true, true, false]) expect((await meter.use([limit('one')])).allowed).toBe(expected);
    isAway = false;
    expect((await meter.use([limit('one')])).allowed).toBe(false);
  });
});
