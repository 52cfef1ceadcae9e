import type { ErrorCategory } from '@app/domain';
import { canonicalErrorOf } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { type FailedAttempt, retryWaitMs } from './retry-decision.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const inMs = (ms: number) => new Date(NOW.getTime() + ms);

const attempt = (changes: Partial<FailedAttempt>): FailedAttempt => ({
  error: canonicalErrorOf({ category: 'UNAVAILABLE', retryable: true }),
  attempts: 1,
  now: NOW,
  deadline: inMs(20_000),
  ...changes,
});

const failing = (category: ErrorCategory, retryable = true) => canonicalErrorOf({ category, retryable });

const half = () => 0.5;

describe('whether a failed call is made again', () => {
  it.each<[ErrorCategory, number]>([
    ['UNAVAILABLE', 2],
    ['RATE_LIMITED', 2],
    ['TIMEOUT', 1],
    ['PROTOCOL', 1],
    ['PARTNER_INTERNAL', 0],
    ['VALIDATION', 0],
    ['AUTHENTICATION', 0],
    ['CIRCUIT_OPEN', 0],
  ])('after %s at most %i times', (category, retries) => {
    const waits = [1, 2, 3].map((attempts) => retryWaitMs(attempt({ error: failing(category), attempts }), half));
    expect(waits.filter((wait) => wait !== null)).toHaveLength(retries);
  });

  it('never when the same call cannot succeed later', () => {
    expect(retryWaitMs(attempt({ error: failing('PROTOCOL', false) }), half)).toBeNull();
  });

  it('after a wait of full jitter that doubles with every attempt', () => {
    expect(retryWaitMs(attempt({ attempts: 1 }), half)).toBe(100);
    expect(retryWaitMs(attempt({ attempts: 2 }), half)).toBe(200);
    expect(retryWaitMs(attempt({ attempts: 2 }), () => 0)).toBe(0);
  });

  it('not before the partner is ready again', () => {
    const error = canonicalErrorOf({ category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 });
    expect(retryWaitMs(attempt({ error }), () => 0)).toBe(3_000);
    expect(retryWaitMs(attempt({ error }), half)).toBe(3_100);
  });

  it('not when the wait would leave no time for a call', () => {
    const error = canonicalErrorOf({ category: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_000 });
    expect(retryWaitMs(attempt({ error, deadline: inMs(3_250) }), () => 0)).toBe(3_000);
    expect(retryWaitMs(attempt({ error, deadline: inMs(3_249) }), () => 0)).toBeNull();
  });
});
