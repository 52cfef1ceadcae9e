import { type RunningSandbox, type SandboxOptions, startSandbox } from '../start-sandbox.js';
import { countingIds } from './counting-ids.js';
import { HeldWaits } from './held-waits.js';
import { ManualClock } from './manual-clock.js';

export interface TestSandbox {
  readonly sandbox: RunningSandbox;
  readonly clock: ManualClock;
  readonly waits: HeldWaits;
}

/** A sandbox at the time of the text's examples, whose clock, ids and waits the test holds. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  const waits = new HeldWaits();
  const sandbox = await startSandbox({ now: clock.now, ids: countingIds(), wait: waits.wait, ...options });
  return { sandbox, clock, waits };
}
