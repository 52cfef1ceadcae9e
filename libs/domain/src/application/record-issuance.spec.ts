import { describe, expect, it } from '@jest/globals';
import type { ErrorCategory } from '../canonical-error.js';
import { type Application, isAttemptWanted, refundOf } from './application.js';
import { askAgain, documentKept, resolveApplication } from './change-application.js';
import { after, applied, errorOf, POLICY, record, recorded } from './testing/applied.js';

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
    const application = recorded(applied(), { outcome: 'REFUSED', policyNumber: 'X-1', error: errorOf('DUPLICATE') });
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
    const application = recorded(applied(), { outcome: 'REFUSED', error: errorOf(category, 'X-409') });
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
    expect(record(asked, { outcome: 'UNKNOWN', error: errorOf('TIMEOUT') }).result).toBe('LATE');
    const issued = recorded(asked, POLICY);
    expect(issued).toMatchObject({ status: 'ISSUED', policyNumber: POLICY.policyNumber });
    expect(record(issued, POLICY)).toEqual({ result: 'DUPLICATE', application: issued });
  });

  it('is each time a step of the history when the partner could not be reached', () => {
    const once = recorded(applied(), { outcome: 'FAILED', error: errorOf('UNAVAILABLE') });
    const twice = recorded(once, { outcome: 'FAILED', error: errorOf('UNAVAILABLE') }, after(9_000));
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
    const rejected = recorded(applied(), { outcome: 'REFUSED', error: errorOf('UNDERWRITING') });
    const application = recorded(rejected, POLICY);
    expect(application).toMatchObject({ status: 'NEEDS_ATTENTION', policyNumber: POLICY.policyNumber });
    expect(application.events.at(-1)?.reason).toBe('POLICY_AFTER_END');
    const marked = resolveApplication(application, { action: 'MARK_ISSUED' }, after(9_000));
    expect(marked).toMatchObject({ ok: true, value: { status: 'ISSUED', payments: [{ status: 'HELD' }] } });
  });

  it('is the documents, and another policy, also of one that came after the end', () => {
    const rejected = recorded(applied(), { outcome: 'REFUSED', error: errorOf('UNDERWRITING') });
    const known = recorded(rejected, { outcome: 'ISSUED', policyNumber: POLICY.policyNumber });
    const announced = recorded(known, POLICY);
    expect(announced).toMatchObject({ status: 'NEEDS_ATTENTION', documents: [{ sha256: null }] });
    expect(isAttemptWanted(announced, 1)).toBe(true);
    const two = recorded(announced, { ...POLICY, policyNumber: 'ANOTHER' });
    expect(two).toMatchObject({ status: 'NEEDS_ATTENTION', policyNumber: POLICY.policyNumber });
    expect(two.events.at(-1)?.reason).toBe('ANOTHER_POLICY');
    expect(two.fault?.messageForOps).toContain('ANOTHER');
    const decided = resolveApplication(two, { action: 'REJECT' }, after(9_000));
    if (!decided.ok) throw new Error(decided.error);
    expect(isAttemptWanted(decided.value, 1)).toBe(false);
    const three = recorded(decided.value, { ...POLICY, policyNumber: 'A THIRD' });
    expect(three).toMatchObject({ status: 'REJECTED', policyNumber: POLICY.policyNumber });
    expect(three.fault?.messageForOps).toContain('A THIRD');
  });

  it('is no policy while the number is not said: the partner is asked', () => {
    const application = recorded(applied(), { outcome: 'ISSUED' });
    expect(application).toMatchObject({ status: 'OUTCOME_UNKNOWN', policyNumber: null });
    expect(record(application, { outcome: 'ISSUED' }).result).toBe('DUPLICATE');
  });
});
