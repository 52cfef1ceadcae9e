import { NORMAL } from '../behaviour/behaviour.js';
import type { World } from '../partners/partner.js';
import { PolicyLedger } from '../state/policy-ledger.js';
import { countingIds } from './counting-ids.js';
import { HeldWaits } from './held-waits.js';
import { ManualClock } from './manual-clock.js';

/** A world for a partner that is looked at without a listener. */
export function testWorld(): World {
  const { now } = new ManualClock('2026-11-23T10:00:00Z');
  const { wait } = new HeldWaits();
  return {
    now,
    ids: countingIds(),
    policies: new PolicyLedger(now),
    behaviour: () => NORMAL,
    wait,
    inBackground: () => undefined,
  };
}
