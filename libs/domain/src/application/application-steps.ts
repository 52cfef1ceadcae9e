import type {
  Application,
  ApplicationPayment,
  ApplicationStatus,
  NewApplicationFacts,
  StepReason,
} from './application.js';

/** Now, and chance, handed in. */
export interface Circumstances {
  readonly now: Date;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

interface Step {
  readonly at: string;
  readonly status: ApplicationStatus;
  readonly reason: StepReason | null;
  /** Of the attempt that it comes from; the present one by default. */
  readonly attempt?: number;
}

/** The application a step further, with the step in its history; states that nobody waits in lose their times. */
export function withStep(before: Application, { at, status, reason, attempt }: Step): Application {
  const isSame = status === before.status;
  return {
    ...before,
    version: before.version + 1,
    status,
    statusSince: isSame ? before.statusSince : at,
    askAt: null,
    priceChange: status === 'PRICE_CHANGED' ? before.priceChange : null,
    events: [...before.events, { at, status, attempt: attempt ?? before.attempt, reason }],
  };
}

const withPayments = (
  application: Application,
  from: ApplicationPayment['status'],
  to: ApplicationPayment['status'],
) => ({
  ...application,
  payments: application.payments.map((payment) => (payment.status === from ? { ...payment, status: to } : payment)),
});

const withRefundDue = (application: Application): Application => withPayments(application, 'HELD', 'REFUND_DUE');
export const withRefundMade = (application: Application): Application =>
  withPayments(application, 'REFUND_DUE', 'REFUNDED');
/** The last payment pays for the policy after all; earlier ones, at other prices, still go back. */
export const withLastPaymentHeld = (application: Application): Application => ({
  ...application,
  payments: application.payments.map((payment, at, { length }) =>
    at === length - 1 && payment.status === 'REFUND_DUE' ? { ...payment, status: 'HELD' } : payment,
  ),
});

/** Over without a policy: what was paid goes back. */
export function ended(
  before: Application,
  at: string,
  status: 'REJECTED' | 'EXPIRED',
  reason: StepReason,
): Application {
  const after = withRefundDue(withStep(before, { at, status, reason }));
  return { ...after, endedAt: before.endedAt ?? at };
}

/** Accepted just now: one attempt is on its way, and what is due has been paid. */
export function startApplication(facts: NewApplicationFacts, now: Date): Application {
  const at = now.toISOString();
  return {
    ...facts,
    createdAt: at,
    version: 1,
    status: 'SUBMITTED',
    statusSince: at,
    policyNumber: null,
    period: null,
    priceChange: null,
    payments: [{ amountMinor: facts.dueMinor, status: 'HELD' }],
    documents: [],
    attempt: 1,
    acceptances: 0,
    isKeySpent: false,
    submittedAt: at,
    asks: 0,
    askAt: null,
    endedAt: null,
    givesWay: false,
    fault: null,
    events: [{ at, status: 'SUBMITTED', attempt: 1, reason: null }],
  };
}

/** Sent again, as a submission of its own or as one more attempt at the same. */
export function submittedAgain(before: Application, at: string, reason: StepReason, hasNewKey: boolean): Application {
  const attempt = before.attempt + 1;
  return {
    ...withStep(before, { at, status: 'SUBMITTED', reason, attempt }),
    attempt,
    acceptances: before.acceptances + (hasNewKey ? 1 : 0),
    isKeySpent: false,
    submittedAt: at,
    asks: 0,
  };
}
