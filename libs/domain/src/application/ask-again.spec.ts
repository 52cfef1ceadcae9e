import { describe, expect, it } from '@jest/globals';
import { applicationAtTime, askAgain, giveUp } from './change-application.js';
import { after, applied, errorOf, HOUR, recorded, START } from './testing/applied.js';

describe('asking what became of it', () => {
  const asks = (count: number): number[] => {
    let application = recorded(applied(), { outcome: 'UNKNOWN', error: errorOf('TIMEOUT') }, START);
    const waits: number[] = [];
    let now = START;
    for (let n = 0; n < count; n += 1) {
      const due = new Date(application.askAt ?? '');
      waits.push(due.getTime() - now.getTime());
      now = due;
      application = askAgain(application, now);
      application = recorded(
        application,
        { outcome: 'UNKNOWN', attempt: application.attempt, error: errorOf('TIMEOUT') },
        now,
      );
    }
    return waits;
  };

  it('begins within 5 s, then goes on at most 15 s apart for a minute, then with longer pauses', () => {
    const waits = asks(12);
    const upTo = (n: number) => waits.slice(0, n).reduce((sum, wait) => sum + wait, 0);
    expect(waits[0]).toBeLessThanOrEqual(5_000);
    waits.forEach((wait, at) => {
      if (upTo(at) < 60_000) expect(wait).toBeLessThanOrEqual(15_000);
    });
    expect(waits.slice(6)).toEqual([15_000, 30_000, 60_000, 120_000, 240_000, 450_000]);
  });

  it('asks anew after some minutes when nothing at all was heard, its message being lost', () => {
    const unknown = recorded(applied(), { outcome: 'UNKNOWN', error: errorOf('TIMEOUT') }, START);
    const asked = askAgain(unknown, after(3_000));
    expect(askAgain(asked, after(60_000))).toBe(asked);
    expect(askAgain(asked, after(400_000)).attempt).toBe(3);
  });

  it('asks less and less often while nothing is heard, so that a day without the partner leaves no heap of messages', () => {
    let application = recorded(applied(), { outcome: 'PENDING' }, START);
    const times: number[] = [];
    while (application.status === 'PENDING_PARTNER') {
      const now = new Date(application.askAt ?? '');
      const asked = askAgain(applicationAtTime(application, now), now);
      if (asked.attempt !== application.attempt) times.push(now.getTime() - START.getTime());
      application = asked;
    }
    expect(application).toMatchObject({ status: 'NEEDS_ATTENTION' });
    const waits = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(times.length).toBeLessThanOrEqual(60);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits[0]).toBe(300_000);
  });

  it.each([
    ['OUTCOME_UNKNOWN', { outcome: 'UNKNOWN', error: errorOf('TIMEOUT') } as const, HOUR],
    ['PENDING_PARTNER', { outcome: 'PENDING' } as const, 24 * HOUR],
    ['SUBMITTED', { outcome: 'FAILED', error: errorOf('UNAVAILABLE') } as const, 24 * HOUR],
  ])('ends: what stays %s too long needs attention', (status, said, limit) => {
    const application = recorded(applied(), said, START);
    expect(application.status).toBe(status);
    expect(applicationAtTime(application, after(limit - 1))).toBe(application);
    expect(applicationAtTime(application, after(limit))).toMatchObject({
      status: 'NEEDS_ATTENTION',
      statusSince: after(limit).toISOString(),
      askAt: null,
    });
  });

  it('ends when its message was given up, unless a newer one is under way', () => {
    const failed = recorded(applied(), { outcome: 'FAILED', error: errorOf('UNAVAILABLE') });
    const given = giveUp(failed, 1, after(HOUR));
    expect(given).toMatchObject({ status: 'NEEDS_ATTENTION', fault: { category: 'UNAVAILABLE' } });
    expect(given.events.at(-1)?.reason).toBe('UNAVAILABLE');
    const asked = askAgain(recorded(applied(), { outcome: 'PENDING' }), after(60_000));
    expect(giveUp(asked, 1, after(HOUR))).toBe(asked);
  });
});
