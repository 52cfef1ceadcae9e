import { EventEmitter } from 'node:events';
import type { BreakerSettings } from '@app/partner-registry';
import CircuitBreaker from 'opossum';

const BUCKETS = 10;

class PartnerIsIll extends Error {}

/** Throws rather than rejects, so that the breaker has counted it when `fire` returns. */
function outcome(isIll: boolean): Promise<void> {
  if (isIll) throw new PartnerIsIll();
  return Promise.resolve();
}

/**
 * Whether too many of the recent calls went ill, by one opossum breaker from closed to open. It is told outcomes, not
 * calls: its rate is failures by fires, so that a call that is still open would count as one that went well, and a
 * partner that hangs would be found out late. Its window turns by the clock that is handed in; it sets no timers.
 */
export class FailureWindow {
  private readonly turning = new EventEmitter();
  private readonly breaker: CircuitBreaker<[boolean], void>;
  private readonly bucketMs: number;
  private turnedAt: number;

  /** `now` in epoch milliseconds, here and below. */
  constructor({ errorThresholdPercent, minimumCalls, windowMs }: BreakerSettings, now: number) {
    this.bucketMs = windowMs / BUCKETS;
    this.turnedAt = now;
    this.breaker = new CircuitBreaker(outcome, {
      timeout: false,
      errorThresholdPercentage: errorThresholdPercent,
      volumeThreshold: minimumCalls,
      rollingCountTimeout: windowMs,
      rollingCountBuckets: BUCKETS,
      rotateBucketController: this.turning,
      // Both cost timers or sorting, and nobody reads them.
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
    });
  }

  /** Counts one outcome; true when that was one too many. */
  isTooMuch(isIll: boolean, now: number): boolean {
    this.turn(now);
    // What it returns repeats what it was told.
    this.breaker.fire(isIll).catch(() => undefined);
    if (!this.breaker.opened) return false;
    // Opening has set a timer for probes, which are not its own here.
    this.breaker.shutdown();
    return true;
  }

  private turn(now: number): void {
    const turns = Math.floor((now - this.turnedAt) / this.bucketMs);
    this.turnedAt += turns * this.bucketMs;
    for (let n = 0; n < Math.min(turns, BUCKETS); n += 1) this.turning.emit('rotate');
  }
}
