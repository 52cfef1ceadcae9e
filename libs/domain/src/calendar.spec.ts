import { describe, expect, it } from '@jest/globals';
import { addYears, ageOn, completedMonths, daysInclusive, endOfDayIst, isCivilDate } from './calendar.js';

describe('calendar', () => {
  it('counts completed months, one less until the day of the month is reached', () => {
    expect(completedMonths('2023-06-15', '2026-12-01')).toBe(41);
    expect(completedMonths('2024-01-31', '2026-12-15')).toBe(34);
    expect(completedMonths('2026-06-01', '2026-12-01')).toBe(6);
  });

  it('lets someone born on 29 February complete a year on 1 March in common years', () => {
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25);
    expect(ageOn('2000-02-29', '2026-03-01')).toBe(26);
  });

  it('adds years to 29 February as 1 March in a common year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('counts both ends of a trip', () => {
    expect(daysInclusive('2026-12-20', '2026-12-29')).toBe(10);
    expect(daysInclusive('2026-12-24', '2026-12-24')).toBe(1);
  });

  it('ends a day in India five and a half hours before it ends in Greenwich', () => {
    expect(endOfDayIst('2026-12-08')).toBe('2026-12-08T18:29:59.999Z');
  });

  it.each(['2023-02-29', '2023-13-01', '2023-1-1', 'soon', ''])('knows that %p is no date', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
});
