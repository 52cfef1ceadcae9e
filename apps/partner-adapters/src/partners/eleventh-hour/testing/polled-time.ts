import { ManualClock } from '@app/testing';

/** A poll a second is what E allows (partners.md E.3). */
const POLL_EVERY_MS = 1_000;

/** A clock that polls alone move on: the wait for the next one is over at once, a longer one after as many polls. */
export class PolledTime extends ManualClock {
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= POLL_EVERY_MS) setImmediate(() => this.advance(ms));
    return super.sleep(ms, signal);
  }
}
