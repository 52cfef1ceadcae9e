import type { AnswerView } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { declined, failed, pending, quoted, referred, resultOf, timedOut } from '../testing/sample-answers.js';
import { answerTable } from './answer-table.js';
import { plain } from './colours.js';

const tableOf = (answers: readonly AnswerView[], times: readonly (readonly [string, number])[] = []) =>
  answerTable({ result: resultOf(answers), elapsedMs: 0, answeredAfterMs: new Map(times) }, plain);

describe('the table of answers', () => {
  it('shows every status with the words that belong to it', () => {
    const answers = [
      quoted('a', 1_738_161),
      referred('b', 1_800_000),
      declined('c'),
      failed('d'),
      timedOut('e'),
      pending('f'),
    ];
    const times = ['a', 'b', 'c', 'd', 'e'].map((partner, at) => [partner, 230 * (at + 1)] as const);
    expect(tableOf(answers, times)).toEqual([
      'Partner  Status          Total           IDV    Time',
      'The a    QUOTED     ₹17,381.61  ₹4,71,000.00  0.23 s  Car Package',
      'The b    REFERRED   ₹18,000.00  ₹4,71,000.00  0.46 s  R99: inspection needed',
      'The c    DECLINED                             0.69 s  D99: not our kind of car',
      'The d    FAILED                               0.92 s  UNAVAILABLE: This insurer could not answer right now.',
      'The e    TIMED_OUT                            1.15 s  no answer by the deadline',
      'The f    PENDING                                   …',
    ]);
  });

  it('says what a partner changed', () => {
    const changes = [{ field: 'requestedIdvMinor', requested: 1, applied: 2, reason: 'IDV raised to the minimum' }];
    expect(tableOf([quoted('a', 100, { adjustments: changes })])[1]).toContain(
      'Car Package · IDV raised to the minimum',
    );
  });

  it('marks a late answer, and one of several plans', () => {
    const one = quoted('a', 200);
    const late = { ...one, late: true, offers: [...one.offers, ...quoted('a', 100).offers] };
    expect(tableOf([late])[1]).toMatch(/QUOTED \(late\) +₹1\.00 .*Car Package, the best of 2 plans/);
  });
});
