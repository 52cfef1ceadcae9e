import { describe, expect, it } from '@jest/globals';
import {
  eleventhHourHealthRequest,
  eleventhHourHealthWith,
  eleventhHourTermRequest,
  eleventhHourTermWith,
} from '../../../testing/eleventh-hour-caller.js';
import { fieldPath } from '../../../wire/field-path.js';
import { LINES } from './lines.js';

/** `target code` of every problem. */
function problemsOf(body: object, line: 'HEALTH' | 'TERM'): string[] {
  const checked = LINES.get(line)?.check(body);
  if (checked === undefined) throw new RangeError(line);
  return checked.ok ? [] : checked.error.map(({ path, code }) => `${fieldPath(path)} ${code}`);
}

const [someone] = eleventhHourHealthRequest.health.persons;
const persons = (...all: object[]) => eleventhHourHealthWith({ persons: all });

describe("E's checks of a health request", () => {
  it('finds nothing wrong with the printed request, with or without a callback', () => {
    for (const callback of [undefined, null, { url: 'https://market.example/webhooks/eleventh-hour' }])
      expect(problemsOf({ ...eleventhHourHealthRequest, callback }, 'HEALTH')).toEqual([]);
  });

  it.each([
    ['externalRef EH-4003', eleventhHourHealthWith({}, { externalRef: undefined })],
    ['callback.url EH-4001', eleventhHourHealthWith({}, { callback: { url: 'market' } })],
    ['callback.url EH-4001', eleventhHourHealthWith({}, { callback: { url: 'file:///etc/passwd' } })],
    ['callback.url EH-4003', eleventhHourHealthWith({}, { callback: {} })],
    ['health EH-4003', { ...eleventhHourHealthRequest, health: null }],
    ['health.startsOn EH-4001', eleventhHourHealthWith({ startsOn: '2026-11-31' })],
    ['health.sumInsured EH-4002', eleventhHourHealthWith({ sumInsured: '750000' })],
    ['health.sumInsured EH-4002', eleventhHourHealthWith({ sumInsured: '1000000.00' })],
    ['health.basis EH-4002', eleventhHourHealthWith({ basis: 'GROUP' })],
    ['health.deductible EH-4003', eleventhHourHealthWith({ deductible: null })],
    ['health.deductible EH-4002', eleventhHourHealthWith({ deductible: '1' })],
    ['health.postalCode EH-4001', eleventhHourHealthWith({ postalCode: '041100' })],
    ['health.persons EH-4003', eleventhHourHealthWith({ persons: undefined })],
    ['health.persons EH-4002', persons()],
    ['health.persons EH-4002', persons(...Array.from({ length: 9 }, () => ({ ...someone })))],
    ['health.persons[0].ref EH-4003', persons({ ...someone, ref: undefined })],
    ['health.persons[0].relationship EH-4002', persons({ ...someone, relationship: 'AUNT' })],
    ['health.persons[0].birthDate EH-4001', persons({ ...someone, birthDate: '14-03-1992' })],
    ['health.persons[0].birthDate EH-4002', persons({ ...someone, birthDate: '2026-12-02' })],
    ['health.persons[0].conditions[0] EH-4002', persons({ ...someone, conditions: ['GOUT'] })],
    ['health.persons[0].conditions EH-4003', persons({ ...someone, conditions: null })],
    ['health.persons[0].tobacco EH-4001', persons({ ...someone, tobacco: 'N' })],
  ])('reports %s', (problem, body) => {
    expect(problemsOf(body, 'HEALTH')).toContain(problem);
  });
});

describe("E's checks of a term request", () => {
  it('finds nothing wrong with a whole request', () => {
    expect(problemsOf(eleventhHourTermRequest, 'TERM')).toEqual([]);
  });

  it.each([
    ['term.birthDate EH-4002', eleventhHourTermWith({ birthDate: '2026-12-02' })],
    ['term.sex EH-4002', eleventhHourTermWith({ sex: 'F' })],
    ['term.smoker EH-4003', eleventhHourTermWith({ smoker: undefined })],
    ['term.sumAssured EH-4001', eleventhHourTermWith({ sumAssured: 5000000 })],
    ['term.sumAssured EH-4001', eleventhHourTermWith({ sumAssured: '5000000.00' })],
    ['term.sumAssured EH-4002', eleventhHourTermWith({ sumAssured: '5050000' })],
    ['term.sumAssured EH-4002', eleventhHourTermWith({ sumAssured: '2400000' })],
    ['term.sumAssured EH-4002', eleventhHourTermWith({ sumAssured: '100100000' })],
    ['term.termYears EH-4001', eleventhHourTermWith({ termYears: '20' })],
    ['term.termYears EH-4002', eleventhHourTermWith({ termYears: 41 })],
    ['term.frequency EH-4002', eleventhHourTermWith({ frequency: 'WEEKLY' })],
    ['term.occupationClass EH-4002', eleventhHourTermWith({ occupationClass: 4 })],
    ['term.annualIncome EH-4003', eleventhHourTermWith({ annualIncome: null })],
    ['term.postalCode EH-4001', eleventhHourTermWith({ postalCode: 411001 })],
  ])('reports %s', (problem, body) => {
    expect(problemsOf(body, 'TERM')).toContain(problem);
  });
});
