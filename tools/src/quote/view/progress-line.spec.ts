import { describe, expect, it } from '@jest/globals';
import { pending, quoted, resultOf } from '../testing/sample-answers.js';
import { progressLine } from './progress-line.js';

const result = resultOf([pending('a'), quoted('b', 100)]);

describe('the progress line', () => {
  it('shows how much of the time until the deadline has gone', () => {
    expect(progressLine(result, 5_000)).toBe('[██████░░░░░░░░░░░░░░░░░░] 15.0 s left, 1 of 2 answered');
  });

  it('stays at zero after the deadline', () => {
    expect(progressLine(result, 25_000)).toBe('[████████████████████████] 0.0 s left, 1 of 2 answered');
  });
});
