import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-11-23T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['9999999999', 3_600_000],
    ['Thu, 31 Dec 9999 23:59:59 GMT', 3_600_000],
  ])('reads %p as %p milliseconds', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([undefined, '', '-3', '1.5', 'soon', '2026-11-23T10:00:30Z'])('does not know what %p means', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});
