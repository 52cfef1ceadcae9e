import { pendingRow, type QuoteProgress } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { RunningRequests } from './running-requests.js';

const request = (id: string, answerDeadline: string, completedAt: string | null = null): QuoteProgress => ({
  id,
  answerDeadline,
  completedAt,
  consentWithdrawnAt: null,
  productLine: 'motor-four-wheeler',
  clientId: 'client-one',
  version: 1,
  createdAt: '2026-11-23T10:00:00.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  rows: [pendingRow('acme-general', 1)],
});

const FIRST = '2026-11-23T10:00:20.000Z';
const SECOND = '2026-11-23T10:00:21.000Z';

describe('the requests that run', () => {
  it('are known by the next deadline', () => {
    const running = new RunningRequests();
    expect(running.next).toBeUndefined();
    running.changed(request('one', FIRST));
    running.changed(request('two', SECOND));
    expect(running.next).toBe(Date.parse(FIRST));
    running.changed(request('one', FIRST, FIRST));
    expect(running.next).toBe(Date.parse(SECOND));
  });

  it('are forgotten once their deadline has passed', () => {
    const running = new RunningRequests();
    running.changed(request('one', FIRST));
    running.changed(request('two', SECOND));
    running.forget(Date.parse(FIRST));
    expect(running.next).toBe(Date.parse(SECOND));
  });

  it('wake whoever sleeps because there were none', () => {
    const running = new RunningRequests();
    let woken = 0;
    running.onFirst(() => {
      woken += 1;
    });
    running.changed(request('one', FIRST));
    running.changed(request('two', SECOND));
    expect(woken).toBe(1);
  });
});
