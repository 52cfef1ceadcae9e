import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RetryBudget } from './retry-budget.js';

const settings = { tokens: 10, perSuccess: 0.1 };

describe('the retry budget of a partner', () => {
  it('starts full, and gives no more than it holds', () => {
    const budget = new RetryBudget(settings);
    const given = Array.from({ length: 12 }, () => budget.take());
    expect(given.filter(Boolean)).toHaveLength(10);
    expect(budget.tokens).toBe(0);
  });

  it('has one more for ten answered calls, not for nine', () => {
    const budget = new RetryBudget({ ...settings, tokens: 1 });
    budget.take();
    for (let n = 0; n < 9; n += 1) budget.succeeded();
    expect(budget.take()).toBe(false);
    budget.succeeded();
    expect(budget.take()).toBe(true);
  });

  it('never holds more than it started with', () => {
    const budget = new RetryBudget({ ...settings, tokens: 2 });
    for (let n = 0; n < 100; n += 1) budget.succeeded();
    budget.giveBack();
    expect(budget.tokens).toBe(2);
  });

  it('lets through at most ten repeats and one for every ten answers, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (events) => {
        const budget = new RetryBudget(settings);
        let [answers, repeats] = [0, 0];
        for (const isAnswer of events) {
          if (isAnswer) {
            answers += 1;
            budget.succeeded();
          } else if (budget.take()) repeats += 1;
          expect(repeats).toBeLessThanOrEqual(10 + answers / 10);
        }
      }),
    );
  });
});
