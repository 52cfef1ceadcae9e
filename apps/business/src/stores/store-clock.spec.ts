import { createLogger } from '@app/platform';
import { eventually, ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { StoreClock } from './store-clock.js';

const logger = createLogger('store-clock', 'silent');

/** A store whose clock is `ahead` of this machine's, each answer taking as long as the list says, half of it each way. */
function clockOf({ ahead, roundTrips = [10] }: { ahead: number; roundTrips?: number[] }) {
  const local = new ManualClock();
  const start = local.now().getTime();
  const trips = [...roundTrips];
  const source = {
    away: false,
    asked: 0,
    async ask() {
      source.asked += 1;
      if (source.away) throw new Error('away');
      const trip = trips.shift() ?? 10;
      local.advance(trip / 2);
      const time = new Date(local.now().getTime() + ahead);
      local.advance(trip / 2);
      return time;
    },
  };
  const elapsed = () => local.now().getTime() - start;
  return { local, source, clock: new StoreClock({ source, local, elapsed, logger }) };
}

describe('the clock of the store', () => {
  it.each([-3_600_000, 0, 86_400_000])(
    'goes with the store, however far away this machine is: %i ms',
    async (ahead) => {
      const { clock, local } = clockOf({ ahead });
      await clock.synchronise();
      local.advance(12_345);
      expect(clock.now().getTime() - local.now().getTime()).toBe(ahead);
    },
  );

  it('believes the quickest answer', async () => {
    const { clock, local, source } = clockOf({ ahead: 5_000, roundTrips: [400, 2, 900] });
    await clock.synchronise();
    expect(source.asked).toBe(3);
    expect(clock.now().getTime() - local.now().getTime()).toBe(5_000);
  });

  it('is this machine’s until the store could be asked, and goes on alone while it is away', async () => {
    const { clock, local, source } = clockOf({ ahead: 5_000 });
    expect(clock.now()).toEqual(local.now());
    await clock.synchronise();
    source.away = true;
    await expect(clock.synchronise()).rejects.toThrow('away');
    local.advance(60_000);
    expect(clock.now().getTime() - local.now().getTime()).toBe(5_000);
  });

  it('asks again every half minute, sooner after a failure, and stops when told', async () => {
    const { clock, local, source } = clockOf({ ahead: 0 });
    clock.start();
    await eventually(() => expect(local.sleeping).toBe(1));
    expect(source.asked).toBe(3);
    source.away = true;
    local.advance(30_000);
    await eventually(() => expect(local.sleeping).toBe(1));
    expect(source.asked).toBe(4);
    local.advance(1_000);
    await eventually(() => expect(source.asked).toBe(5));
    await clock.stop();
    expect(local.sleeping).toBe(0);
  });
});
