import { describe, expect, it } from '@jest/globals';
import type { CanonicalError, ErrorCategory } from '../canonical-error.js';
import { type Application, isAttemptWanted, refundOf } from './application.js';
import {
  acceptPrice,
  applicationAtTime,
  askAgain,
  documentKept,
  giveUp,
  resolveApplication,
} from './change-application.js';
import { type IssuanceResult, recordIssuance } from './record-issuance.js';
import { applied, START } from './testing/applied.js';

const after = (ms: number): Date => new Date(START.getTime() + ms);
const HOUR = 3_600_000;

const error = (category: ErrorCategory, partnerCode: string | null = null): CanonicalError => ({
  category,
  retryable: false,
  partnerCode,
  messageForOps: `said ${category}`,
  messageKeyForUser: 'partner.noAnswer',
  attempts: 1,
});

const result = (rest: Partial<IssuanceResult> & Pick<IssuanceResult, 'outcome'>): IssuanceResult => ({
  applicationId: '01989d1a-0000-7000-8000-000000000001',
  attempt: 1,
  ...rest,
});

const record = (before: Application, rest: Parameters<typeof result>[0], now = after(1_000)) =>
  recordIssuance(before, result(rest), { now, random: () => 0 });

const recorded = (...args: Parameters<typeof record>): Application => record(...args).application;

const POLICY = {
  outcome: 'ISSUED',
  policyNumber: 'AG/PC/2026/0000031',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ id: '01989d1a-0000-7000-8000-00000000000d', type: 'POLICY_SCHEDULE', contentType: 'application/pdf' }],
} as const;

describe('what an attempt brought', () => {
  it('is a policy: the money stays, and its documents are awaited', () => {
    const application = recorded(applied(), POLICY);
    expect(application).toMatchObject({
      status: 'ISSUED',
      version: 2,
      policyNumber: 'AG/PC/2026/0000031',
      period: POLICY.period,
      documents: [{ type: 'POLICY_SCHEDULE', sha256: null }],
      events: [{ status: 'SUBMITTED' }, { at: after(1_000).toISOString(), status: 'ISSUED', attempt: 1, reason: null }],
    });
    expect(refundOf(application)).toBeNull();
    expect(isAttemptWanted(application, 1)).toBe(true);
    const [document] = application.documents;
    expect(isAttemptWanted(documentKept(application, document?.id ?? '', 'abc'), 1)).toBe(false);
  });

  it('is a policy of which only the number is known: its period is the offer’s, and the history says so', () => {
    const application = recorded(applied(), { outcome: 'REFUSED', policyNumber: 'X-1', error: error('DUPLICATE') });
    expect(application).toMatchObject({ status: 'ISSUED', policyNumber: 'X-1', period: POLICY.period });
    expect(application.events.at(-1)?.reason).toBe('ADOPTED_WITHOUT_DOCUMENTS');
  });

  it.each<[ErrorCategory, Application['status']]>([
    ['QUOTE_EXPIRED', 'EXPIRED'],
    ['UNDERWRITING', 'REJECTED'],
    ['VALIDATION', 'REJECTED'],
    ['UNSUPPORTED', 'REJECTED'],
    ['NOT_FOUND', 'REJECTED'],
    ['PAYMENT_MISMATCH', 'NEEDS_ATTENTION'],
    ['PROTOCOL', 'NEEDS_ATTENTION'],
    ['DUPLICATE', 'OUTCOME_UNKNOWN'],
  ])('is a refusal with %s: %s', (category, status) => {
    const application = recorded(applied(), { outcome: 'REFUSED', error: error(category, 'X-409') });
    expect(application).toMatchObject({ status, fault: { category, partnerCode: 'X-409' } });
    const refund = refundOf(application);
    if (status === 'EXPIRED' || status === 'REJECTED')
      expect(refund).toEqual({ amountMinor: 1_738_161, currency: 'INR', status: 'DUE' });
    else expect(refund).toBeNull();
  });

  it('is known when it comes a second time, and too late when another attempt is under way', () => {
    const pending = recorded(applied(), { outcome: 'PENDING' });
    expect(record(pending, { outcome: 'PENDING' }, after(9_000))).toEqual({
      result: 'DUPLICATE',
      application: pending,
    });
    const asked = askAgain(pending, after(60_000));
    expect(asked).toMatchObject({ attempt: 2, status: 'PENDING_PARTNER' });
    expect(record(asked, { outcome: 'UNKNOWN', error: error('TIMEOUT') }).result).toBe('LATE');
    const issued = recorded(asked, POLICY);
    expect(issued).toMatchObject({ status: 'ISSUED', policyNumber: POLICY.policyNumber });
    expect(record(issued, POLICY)).toEqual({ result: 'DUPLICATE', application: issued });
  });

  it('is each time a step of the history when the partner could not be reached', () => {
    const once = recorded(applied(), { outcome: 'FAILED', error: error('UNAVAILABLE') });
    const twice = recorded(once, { outcome: 'FAILED', error: error('UNAVAILABLE') }, after(9_000));
    expect(twice).toMatchObject({ status: 'SUBMITTED', askAt: null, attempt: 1 });
    expect(twice.events.map(({ reason }) => reason)).toEqual([null, 'UNAVAILABLE', 'UNAVAILABLE']);
  });

  it('is the documents of a policy that was adopted without any: they are awaited, once', () => {
    const adopted = recorded(applied(), { outcome: 'ISSUED', policyNumber: POLICY.policyNumber });
    expect(adopted.documents).toEqual([]);
    const { result: outcome, application } = record(adopted, POLICY, after(9_000));
    expect(outcome).toBe('STORED');
    expect(application).toMatchObject({ ...{ status: 'ISSUED', version: 3 }, documents: [{ sha256: null }] });
    expect(application.events.at(-1)).toMatchObject({ status: 'ISSUED', reason: 'DOCUMENTS_ANNOUNCED' });
    expect(record(application, POLICY)).toEqual({ result: 'DUPLICATE', application });
  });

  it('is another policy beside the one that there is: that one stays, and the other is not kept quiet', () => {
    const other = { ...POLICY, policyNumber: 'ANOTHER' };
    const issued = recorded(applied(), POLICY);
    const { result: outcome, application } = record(issued, other, after(9_000));
    expect(outcome).toBe('STORED');
    expect(application).toMatchObject({
      ...{ status: 'ISSUED', version: 3, policyNumber: POLICY.policyNumber, period: POLICY.period },
      ...{ documents: issued.documents, fault: { category: 'DUPLICATE' } },
    });
    expect(application.events.at(-1)).toMatchObject({ status: 'ISSUED', reason: 'ANOTHER_POLICY' });
    expect(record(application, other)).toEqual({ result: 'DUPLICATE', application });
    expect(record(application, POLICY)).toEqual({ result: 'DUPLICATE', application });
  });

  it('is a policy after all, though it had ended: money and policy need somebody’s eye', () => {
    const rejected = recorded(applied(), { outcome: 'REFUSED', error: error('UNDERWRITING') });
    const application = recorded(rejected, POLICY);
    expect(application).toMatchObject({ status: 'NEEDS_ATTENTION', policyNumber: POLICY.policyNumber });
    expect(application.events.at(-1)?.reason).toBe('POLICY_AFTER_END');
    const marked = resolveApplication(application, { action: 'MARK_ISSUED' }, after(9_000));
    expect(marked).toMatchObject({ ok: true, value: { status: 'ISSUED', payments: [{ status: 'HELD' }] } });
  });
});

describe('asking what became of it', () => {
  const asks = (count: number): number[] => {
    let application = recorded(applied(), { outcome: 'UNKNOWN', error: error('TIMEOUT') }, START);
    const waits: number[] = [];
    let now = START;
    for (let n = 0; n < count; n += 1) {
      const due = new Date(application.askAt ?? '');
      waits.push(due.getTime() - now.getTime());
      now = due;
      application = askAgain(application, now);
      application = recorded(
        application,
        { outcome: 'UNKNOWN', attempt: application.attempt, error: error('TIMEOUT') },
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
    const unknown = recorded(applied(), { outcome: 'UNKNOWN', error: error('TIMEOUT') }, START);
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
    ['OUTCOME_UNKNOWN', { outcome: 'UNKNOWN', error: error('TIMEOUT') } as const, HOUR],
    ['PENDING_PARTNER', { outcome: 'PENDING' } as const, 24 * HOUR],
    ['SUBMITTED', { outcome: 'FAILED', error: error('UNAVAILABLE') } as const, 24 * HOUR],
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
    const failed = recorded(applied(), { outcome: 'FAILED', error: error('UNAVAILABLE') });
    const given = giveUp(failed, 1, after(HOUR));
    expect(given).toMatchObject({ status: 'NEEDS_ATTENTION', fault: { category: 'UNAVAILABLE' } });
    expect(given.events.at(-1)?.reason).toBe('UNAVAILABLE');
    const asked = askAgain(recorded(applied(), { outcome: 'PENDING' }), after(60_000));
    expect(giveUp(asked, 1, after(HOUR))).toBe(asked);
  });
});

describe('a price that changed', () => {
  const changed = (rest: Parameters<typeof applied>[0] = {}, newTotalMinor = 1_788_161) =>
    recorded(applied(rest), { outcome: 'REFUSED', newTotalMinor, error: error('PRICE_CHANGED') });

  it('waits for the customer for a day, or until the offer ends', () => {
    expect(changed()).toMatchObject({
      status: 'PRICE_CHANGED',
      priceChange: {
        previousTotalMinor: 1_738_161,
        newTotalMinor: 1_788_161,
        decideBy: after(24 * HOUR + 1_000).toISOString(),
      },
    });
    const soon = after(HOUR).toISOString();
    expect(changed({ offerValidUntil: soon }).priceChange?.decideBy).toBe(soon);
  });

  it('expires when nobody accepts it in time, and what was paid goes back', () => {
    const waiting = changed();
    expect(applicationAtTime(waiting, after(24 * HOUR))).toBe(waiting);
    const expired = applicationAtTime(waiting, after(25 * HOUR));
    expect(expired).toMatchObject({ status: 'EXPIRED', statusSince: waiting.priceChange?.decideBy, priceChange: null });
    expect(refundOf(expired)).toMatchObject({ amountMinor: 1_738_161, status: 'DUE' });
  });

  it('goes on when it is accepted and paid as a whole: the first payment goes back', () => {
    const said = { acceptedTotalMinor: 1_788_161, amountMinor: 1_788_161, currency: 'INR' };
    const accepted = acceptPrice(changed(), said, after(9_000));
    expect(accepted).toMatchObject({
      ok: true,
      value: {
        status: 'SUBMITTED',
        attempt: 2,
        acceptances: 1,
        isKeySpent: false,
        totalMinor: 1_788_161,
        priceChange: null,
      },
    });
    if (!accepted.ok) return;
    expect(refundOf(accepted.value)).toEqual({ amountMinor: 1_738_161, currency: 'INR', status: 'DUE' });
    const issued = recorded(accepted.value, { ...POLICY, attempt: 2 });
    expect(refundOf(issued)).toEqual({ amountMinor: 1_738_161, currency: 'INR', status: 'DUE' });
  });

  it('falls on the first instalment where it is paid in instalments', () => {
    const application = changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_376_456);
    expect(application.priceChange).toMatchObject({ newTotalMinor: 1_376_456, newDueMinor: 160_538 });
    const wrong = acceptPrice(
      application,
      { acceptedTotalMinor: 1_376_456, amountMinor: 110_538, currency: 'INR' },
      START,
    );
    expect(wrong).toEqual({ ok: false, error: 'PAYMENT_MISMATCH' });
  });

  it('cannot be paid when the first instalment would be nothing or less: then somebody has to look at it', () => {
    const application = changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_215_918);
    expect(application).toMatchObject({ status: 'NEEDS_ATTENTION', priceChange: null });
    expect(changed({ totalMinor: 1_326_456, dueMinor: 110_538 }, 1_215_919)).toMatchObject({
      status: 'PRICE_CHANGED',
      priceChange: { newDueMinor: 1 },
    });
  });

  it('waits until the earlier of the two, however the partner writes its instant', () => {
    expect(changed({ offerValidUntil: '2026-11-24T10:00Z' }).priceChange?.decideBy).toBe('2026-11-24T10:00:00.000Z');
    expect(changed({ offerValidUntil: '2026-11-24T10:00:01Z' }).priceChange?.decideBy).toBe('2026-11-24T10:00:01.000Z');
  });

  it('is refused for another total, and when nothing is to be accepted', () => {
    const said = { acceptedTotalMinor: 1, amountMinor: 1_788_161, currency: 'INR' };
    expect(acceptPrice(changed(), said, START)).toEqual({ ok: false, error: 'PRICE_CHANGED' });
    expect(acceptPrice(applied(), said, START)).toEqual({ ok: false, error: 'NOT_AWAITING_ACCEPTANCE' });
  });

  it('needs attention when the partner does not say what it costs now', () => {
    expect(recorded(applied(), { outcome: 'REFUSED', error: error('PRICE_CHANGED') }).status).toBe('NEEDS_ATTENTION');
  });
});

describe('what operators decide', () => {
  const attention = (category: ErrorCategory = 'PAYMENT_MISMATCH') =>
    recorded(applied(), { outcome: 'REFUSED', error: error(category) });
  const resolve = (
    application: Application,
    action: Parameters<typeof resolveApplication>[1]['action'],
    policyNumber?: string,
  ) => resolveApplication(application, { action, policyNumber }, after(9_000));

  it('is to send it again: under a new key after a definite refusal, under the same one otherwise', () => {
    expect(resolve(attention(), 'RESUBMIT')).toMatchObject({
      value: { status: 'SUBMITTED', attempt: 2, acceptances: 1 },
    });
    const unknown = recorded(applied(), { outcome: 'UNKNOWN', error: error('TIMEOUT') }, START);
    const stuck = applicationAtTime(unknown, after(HOUR));
    expect(resolve(stuck, 'RESUBMIT')).toMatchObject({ value: { status: 'SUBMITTED', attempt: 2, acceptances: 0 } });
  });

  it('is that it was issued, with its number', () => {
    expect(resolve(attention(), 'MARK_ISSUED')).toEqual({ ok: false, error: 'NO_POLICY_NUMBER' });
    expect(resolve(attention(), 'MARK_ISSUED', 'P-7')).toMatchObject({
      value: { status: 'ISSUED', policyNumber: 'P-7', period: POLICY.period },
    });
  });

  it('is to reject it, and then that the money has gone back', () => {
    const rejected = resolve(attention(), 'REJECT');
    expect(rejected).toMatchObject({ value: { status: 'REJECTED', payments: [{ status: 'REFUND_DUE' }] } });
    if (!rejected.ok) return;
    const refunded = resolve(rejected.value, 'MARK_REFUNDED');
    expect(refunded).toMatchObject({ value: { status: 'REJECTED', payments: [{ status: 'REFUNDED' }] } });
    if (refunded.ok) expect(resolve(refunded.value, 'MARK_REFUNDED')).toEqual({ ok: false, error: 'NO_REFUND_DUE' });
  });

  it.each(['RESUBMIT', 'MARK_ISSUED', 'REJECT'] as const)('is not %s while the partner is awaited', (action) => {
    expect(resolve(applied(), action, 'P-7')).toEqual({ ok: false, error: 'NOT_AWAITING_ATTENTION' });
  });
});
