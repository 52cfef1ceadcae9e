import { fleetContract } from './contracts/fleet.contract.js';
import { InMemoryFleet } from './in-memory-fleet.js';
import { ManualClock } from './manual-clock.js';

fleetContract(async () => {
  const clock = new ManualClock();
  const fleet = new InMemoryFleet(clock);
  return {
    ...{ store: fleet, counts: fleet, audit: fleet },
    now: async () => {
      // What was stored a moment ago was stored before now.
      clock.advance(1);
      return clock.now();
    },
    pass: async (ms) => clock.advance(ms),
    close: async () => undefined,
  };
});
