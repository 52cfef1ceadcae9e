import { describe, expect, it } from '@jest/globals';
import type { PartnerAnswer, PostedStatus } from './partner-answer.js';
import {
  atTime,
  pendingRow,
  type QuoteProgress,
  recordAnswer,
  startProgress,
  withdrawConsent,
} from './quote-progress.js';

const CREATED = '2026-11-23T10:00:00.000Z';
const DEADLINE = '2026-11-23T10:00:20.000Z';
const LATE_UNTIL = '2026-11-23T10:05:00.000Z';

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);

const running = (...partners: string[]): QuoteProgress => ({
  id: '01989d1a-0000-7000-8000-000000000000',
  productLine: 'motor-four-wheeler',
  clientId: 'somebody',
  createdAt: CREATED,
  answerDeadline: DEADLINE,
  acceptLateUntil: LATE_UNTIL,
  completedAt: null,
  consentWithdrawnAt: null,
  version: 1,
  rows: partners.map((partner) => pendingRow(partner, 1)),
});

const answer = (partner: string, status: PostedStatus = 'DECLINED'): PartnerAnswer => ({
  requestId: running().id,
  partner,
  answerId: 'ans',
  status,
  partial: false,
  attempts: 1,
  startedAt: CREATED,
  finishedAt: CREATED,
  error: null,
  declines: [],
  offers: [],
});

const statuses = (progress: QuoteProgress) =>
  Object.fromEntries(progress.rows.map((row) => [row.partner, row.late ? `${row.status} late` : row.status]));

describe('a quote request on its way', () => {
  it('keeps the first final answer of a partner, whatever comes after it', () => {
    const first = recordAnswer(running('a', 'b'), answer('a', 'QUOTED'), at('10:00:01'));
    const second = recordAnswer(first.progress, answer('a', 'FAILED'), at('10:00:02'));
    expect(second.result).toBe('DUPLICATE');
    expect(second.progress).toBe(first.progress);
    expect(statuses(second.progress)).toEqual({ a: 'QUOTED', b: 'PENDING' });
  });

  it('raises the version by one for each row and by one for the completion', () => {
    const one = recordAnswer(running('a', 'b'), answer('a'), at('10:00:01')).progress;
    const two = recordAnswer(one, answer('b'), at('10:00:02')).progress;
    expect([one.version, two.version]).toEqual([2, 4]);
    expect(two.rows.map((row) => row.version)).toEqual([2, 3]);
    expect(two.completedAt).toBe('2026-11-23T10:00:02.000Z');
  });

  it('times out the silent partners at the deadline, however late somebody looks', () => {
    const one = recordAnswer(running('a', 'b', 'c'), answer('a'), at('10:00:01')).progress;
    const seen = atTime(one, at('11:30:00'));
    expect(statuses(seen)).toEqual({ a: 'DECLINED', b: 'TIMED_OUT', c: 'TIMED_OUT' });
    expect(seen).toMatchObject({ completedAt: DEADLINE, version: 5 });
    expect(seen.rows.map((row) => row.finishedAt)).toEqual([CREATED, DEADLINE, DEADLINE]);
  });

  it('is still waiting at the deadline itself', () => {
    const request = running('a');
    expect(atTime(request, new Date(DEADLINE))).toBe(request);
    expect(recordAnswer(request, answer('a'), new Date(DEADLINE)).progress.rows[0]?.late).toBe(false);
  });

  it('lets a late answer replace silence, marked as late', () => {
    const { result, progress } = recordAnswer(running('a', 'b'), answer('a', 'QUOTED'), at('10:00:21'));
    expect(result).toBe('STORED');
    expect(statuses(progress)).toEqual({ a: 'QUOTED late', b: 'TIMED_OUT' });
    expect(progress.completedAt).toBe(DEADLINE);
    expect(progress.version).toBe(5);
  });

  it('takes no late failure, and no answer after the last moment for late ones', () => {
    const silent = atTime(running('a'), at('10:01:00'));
    expect(recordAnswer(silent, answer('a', 'FAILED'), at('10:01:00'))).toEqual({ result: 'LATE', progress: silent });
    expect(recordAnswer(silent, answer('a', 'QUOTED'), at('10:05:01'))).toEqual({ result: 'LATE', progress: silent });
  });

  it('does not know a partner that was not asked', () => {
    expect(recordAnswer(running('a'), answer('z'), at('10:00:01')).result).toBe('UNKNOWN_REQUEST');
  });
});

describe('a quote request that has just been accepted', () => {
  const { completedAt: _, consentWithdrawnAt: __, ...request } = running('a');

  it('waits for its partners', () => {
    expect(startProgress(request)).toEqual(running('a'));
  });

  it('is complete when every row is final already', () => {
    const rows = request.rows.map((row) => ({ ...row, status: 'FAILED' as const }));
    expect(startProgress({ ...request, rows })).toMatchObject({ completedAt: CREATED, version: 2 });
  });
});

describe('a withdrawn consent', () => {
  it('declines what is still silent, in the name of the platform, and completes the request', () => {
    const one = recordAnswer(running('a', 'b', 'c'), answer('a', 'QUOTED'), at('10:00:01')).progress;
    const seen = withdrawConsent(one, at('10:00:02'));
    expect(statuses(seen)).toEqual({ a: 'QUOTED', b: 'DECLINED', c: 'DECLINED' });
    expect(seen.rows[1]).toMatchObject({
      version: 3,
      finishedAt: '2026-11-23T10:00:02.000Z',
      declines: [{ code: 'CONSENT_WITHDRAWN', source: 'PLATFORM' }],
    });
    expect(seen).toMatchObject({
      version: 5,
      completedAt: '2026-11-23T10:00:02.000Z',
      consentWithdrawnAt: '2026-11-23T10:00:02.000Z',
    });
  });

  it('changes no row of a complete request, and leaves its version', () => {
    const complete = recordAnswer(running('a'), answer('a'), at('10:00:01')).progress;
    const seen = withdrawConsent(complete, at('10:00:02'));
    expect(seen).toEqual({ ...complete, consentWithdrawnAt: '2026-11-23T10:00:02.000Z' });
  });

  it('is withdrawn once', () => {
    const seen = withdrawConsent(running('a'), at('10:00:02'));
    expect(withdrawConsent(seen, at('10:00:03'))).toBe(seen);
  });

  it('takes no answer any more, not even a late one', () => {
    const asked = withdrawConsent(running('a'), at('10:00:02'));
    expect(recordAnswer(asked, answer('a', 'QUOTED'), at('10:00:03')).result).toBe('DUPLICATE');
    const silent = withdrawConsent(running('a'), at('10:00:21'));
    expect(statuses(silent)).toEqual({ a: 'TIMED_OUT' });
    expect(recordAnswer(silent, answer('a', 'QUOTED'), at('10:00:22')).result).toBe('LATE');
  });
});
