import type { AnswerView } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { declined, failed, quoted, referred, resultOf } from '../testing/sample-answers.js';
import { closingLines } from './closing-lines.js';

const verdictOn = (answers: readonly AnswerView[]) =>
  closingLines({ result: resultOf(answers), elapsedMs: 250, answeredAfterMs: new Map() })[0];

describe('the end of a quote', () => {
  it('names the cheapest offer that can be bought', () => {
    expect(verdictOn([referred('a', 100), quoted('b', 300), quoted('c', 200)])).toBe(
      'Cheapest offer: The c, Car Package, ₹2.00 (valid until 2026-12-10T10:00:00Z).',
    );
  });

  it('says so when all prices are subject to a referral', () => {
    expect(verdictOn([referred('a', 100)])).toMatch(/^No offer can be bought as it is.*The a, Car Package, ₹1.00\.$/);
  });

  it('says so when there is no offer', () => {
    expect(verdictOn([declined('a'), failed('b')])).toBe('No partner made an offer.');
  });

  it('tells the time it took', () => {
    expect(closingLines({ result: resultOf([]), elapsedMs: 250, answeredAfterMs: new Map() })[1]).toMatch(
      /^Complete after 0\.25 s \(quote request 0197/,
    );
  });
});
