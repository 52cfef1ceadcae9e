import { describe, expect, it } from '@jest/globals';
import { stepWords } from './step-words.js';

describe('a step in words', () => {
  it('is told by its state where there is no reason', () => {
    expect(stepWords({ status: 'ISSUED', reason: null })).toBe('the policy is there');
  });

  it('is told by its reason', () => {
    expect(stepWords({ status: 'SUBMITTED', reason: 'TIMEOUT' })).toBe('the insurer did not answer in time');
  });

  it('is told by both where the reason alone does not say what comes next', () => {
    expect(stepWords({ status: 'OUTCOME_UNKNOWN', reason: 'TIMEOUT' })).toMatch(
      /^the insurer did not answer.*: nobody/,
    );
    expect(stepWords({ status: 'NEEDS_ATTENTION', reason: 'RETRIES_EXHAUSTED' })).toMatch(/^it failed.*: somebody/);
  });

  it('shows a reason that it does not know', () => {
    expect(stepWords({ status: 'REJECTED', reason: 'SOMETHING_NEW' })).toBe('SOMETHING_NEW');
  });
});
