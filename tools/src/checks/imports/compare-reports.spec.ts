import { describe, expect, it } from '@jest/globals';
import { compareReports } from './compare-reports.js';

const egg = { rule: 'cycle', from: 'hen.ts', to: 'egg.ts' };
const lost = { rule: 'unresolved', from: 'hen.ts', to: './nowhere.js' };

describe('the canaries of the import rules', () => {
  it('are content when every rule reports its canary and nothing else', () => {
    expect(compareReports(['cycle', 'unresolved'], [egg, lost], [lost, egg])).toEqual([]);
  });

  it('miss a rule that has none', () => {
    expect(compareReports(['cycle', 'unresolved'], [egg], [egg])).toEqual(['unresolved has no canary']);
  });

  it('notice a rule that has stopped to bite', () => {
    expect(compareReports(['cycle'], [egg], [])).toEqual(['lets its canary pass, cycle: hen.ts → egg.ts']);
  });

  it('notice a rule that bites what belongs to another one', () => {
    const wrong = { ...lost, rule: 'cycle' };
    expect(compareReports(['cycle'], [egg], [egg, wrong])).toEqual([
      'reports what is no canary of it, cycle: hen.ts → ./nowhere.js',
    ]);
  });
});
