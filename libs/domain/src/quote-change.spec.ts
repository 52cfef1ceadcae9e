import { describe, expect, it } from '@jest/globals';
import type { PartnerAnswer } from './partner-answer.js';
import { changeByAnswers, changeByTime, changeByWithdrawal } from './quote-change.js';
import { pendingRow, type QuoteProgress, startProgress } from './quote-progress.js';

const CREATED = '2026-11-23T10:00:00.000Z';
const RUNNING = new Date('2026-11-23T10:00:01.000Z');
const OVERDUE = new Date('2026-11-23T10:00:21.000Z');

const request = startProgress({
  ...{ id: '01989d1a-0000-7000-8000-000000000000', productLine: 'health', clientId: 'somebody', createdAt: CREATED },
  ...{ answerDeadline: '2026-11-23T10:00:20.000Z', acceptLateUntil: '2026-11-23T10:05:00.000Z', version: 1 },
  rows: ['a', 'b'].map((partner) => pendingRow(partner, 1)),
});

const declined = (partner: string): PartnerAnswer => ({
  ...{ requestId: request.id, partner, answerId: 'ans', status: 'DECLINED', partial: false, attempts: 1 },
  ...{ startedAt: CREATED, finishedAt: CREATED, error: null, declines: [], offers: [] },
});

const inWords = (before: QuoteProgress, after: QuoteProgress) => [`${before.version} to ${after.version}`];

describe('a change of a quote request', () => {
  it('by time has nothing to store and nothing to tell before the deadline', () => {
    const change = changeByTime(request, RUNNING, inWords);
    expect(change.after).toBe(request);
    expect(change.messages).toEqual([]);
  });

  it('by time is told of once, all silent partners together', () => {
    const change = changeByTime(request, OVERDUE, inWords);
    expect(change).toMatchObject({ before: request, after: { version: 4 }, messages: ['1 to 4'] });
  });

  it('by a withdrawal finds the deadline passed first, and is told of once', () => {
    expect(changeByWithdrawal(request, RUNNING, inWords).after.rows[0]?.status).toBe('DECLINED');
    const late = changeByWithdrawal(request, OVERDUE, inWords);
    expect(late.after.rows[0]?.status).toBe('TIMED_OUT');
    expect(late.messages).toEqual(['1 to 4']);
    expect(changeByWithdrawal(late.after, OVERDUE, inWords)).toEqual({ ...late, before: late.after, messages: [] });
  });

  it('by answers is told of step by step, and says what became of each', () => {
    const change = changeByAnswers(request, [declined('a'), declined('a'), declined('b')], RUNNING, inWords);
    expect(change.results).toEqual(['STORED', 'DUPLICATE', 'STORED']);
    expect(change.messages).toEqual(['1 to 2', '2 to 4']);
    expect(change).toMatchObject({ before: request, after: { version: 4 } });
  });

  it('by late answers is told of after the deadline', () => {
    const change = changeByAnswers(request, [declined('b')], OVERDUE, inWords);
    expect(change.messages).toEqual(['1 to 4', '4 to 5']);
    expect(change.after.rows[1]).toMatchObject({ status: 'DECLINED', late: true });
  });
});
