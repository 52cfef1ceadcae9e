import { describe, expect, it } from '@jest/globals';
import { RETENTION_PERIODS, startOfPeriod } from './retention-periods.js';

const before = (period: Parameters<typeof startOfPeriod>[0], now: string) =>
  startOfPeriod(period, new Date(now)).toISOString();

describe('how long data is kept', () => {
  it('is 30 days for personal fields and 13 months for rating facts', () => {
    expect(before(RETENTION_PERIODS.personalFields.period, '2026-11-25T10:00:00.000Z')).toBe(
      '2026-10-26T10:00:00.000Z',
    );
    expect(before(RETENTION_PERIODS.ratingFacts.period, '2026-11-25T10:00:00.123Z')).toBe('2025-10-25T10:00:00.123Z');
  });

  it.each([
    ['2026-03-31T23:59:59.999Z', '2026-02-28T23:59:59.999Z'],
    ['2028-03-31T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['2026-01-15T12:00:00.000Z', '2025-12-15T12:00:00.000Z'],
  ])('a month before %s is %s', (now, then) => {
    expect(before({ months: 1 }, now)).toBe(then);
  });
});
