import { describe, expect, it } from '@jest/globals';
import type { ErrorCategory } from '../canonical-error.js';
import type { Application } from './application.js';
import { applicationAtTime, resolveApplication } from './change-application.js';
import { after, applied, errorOf, HOUR, POLICY, recorded, START } from './testing/applied.js';

describe('what operators decide', () => {
  const attention = (category: ErrorCategory = 'PAYMENT_MISMATCH') =>
    recorded(applied(), { outcome: 'REFUSED', error: errorOf(category) });
  const resolve = (
    application: Application,
    action: Parameters<typeof resolveApplication>[1]['action'],
    policyNumber?: string | null,
  ) => resolveApplication(application, { action, policyNumber }, after(9_000));

  it('is to send it again: under a new key after a definite refusal, under the same one otherwise', () => {
    expect(resolve(attention(), 'RESUBMIT')).toMatchObject({
      value: { status: 'SUBMITTED', attempt: 2, acceptances: 1 },
    });
    const unknown = recorded(applied(), { outcome: 'UNKNOWN', error: errorOf('TIMEOUT') }, START);
    const stuck = applicationAtTime(unknown, after(HOUR));
    expect(resolve(stuck, 'RESUBMIT')).toMatchObject({ value: { status: 'SUBMITTED', attempt: 2, acceptances: 0 } });
  });

  it('is that it was issued, with its number', () => {
    expect(resolve(attention(), 'MARK_ISSUED')).toEqual({ ok: false, error: 'NO_POLICY_NUMBER' });
    expect(resolve(attention(), 'MARK_ISSUED', 'P-7')).toMatchObject({
      value: { status: 'ISSUED', policyNumber: 'P-7', period: POLICY.period },
    });
  });

  it('needs no number where one is known', () => {
    const late = recorded(recorded(applied(), { outcome: 'REFUSED', error: errorOf('UNDERWRITING') }), POLICY);
    for (const unsaid of [undefined, null])
      expect(resolve(late, 'MARK_ISSUED', unsaid)).toMatchObject({ value: { policyNumber: POLICY.policyNumber } });
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
