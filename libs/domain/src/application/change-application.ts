import { ok, type Result, refused } from '../result.js';
import { type Application, isWaiting } from './application.js';
import { ended, submittedAgain, withLastPaymentHeld, withRefundMade, withStep } from './application-steps.js';
import { attentionAt, silenceEndsAt } from './application-times.js';

const isDue = (instant: string | null, now: Date): instant is string =>
  instant !== null && Date.parse(instant) <= now.getTime();

/**
 * The application as it stands at `now`: a new price that nobody accepted in time has expired, and what the partner has
 * left open for too long needs somebody's attention. The same object when nothing changes.
 */
export function applicationAtTime(before: Application, now: Date): Application {
  const { priceChange } = before;
  if (priceChange !== null && isDue(priceChange.decideBy, now))
    return ended(before, priceChange.decideBy, 'EXPIRED', 'NOT_ACCEPTED_IN_TIME');
  const attention = attentionAt(before);
  return isDue(attention, now)
    ? withStep(before, { at: attention, status: 'NEEDS_ATTENTION', reason: 'LASTED_TOO_LONG' })
    : before;
}

/** Asks the partner once more, if it is time; the same object otherwise. A new attempt asks for a message of its own. */
export function askAgain(before: Application, now: Date): Application {
  if (!isWaiting(before) || !isDue(before.askAt, now)) return before;
  const { attempt, asks, version } = before;
  return { ...before, version: version + 1, attempt: attempt + 1, asks: asks + 1, askAt: silenceEndsAt(now, asks) };
}

/** The message of this attempt has failed as often as it may: somebody has to look at it. */
export function giveUp(before: Application, attempt: number, now: Date): Application {
  if (!isWaiting(before) || attempt !== before.attempt) return before;
  const at = now.toISOString();
  return withStep(before, { at, status: 'NEEDS_ATTENTION', reason: before.fault?.category ?? 'RETRIES_EXHAUSTED' });
}

/** What the customer says to a new price, paid already. */
export interface PriceAcceptance {
  readonly acceptedTotalMinor: number;
  readonly amountMinor: number;
  readonly currency: string;
}

export type AcceptanceRefusal = 'NOT_AWAITING_ACCEPTANCE' | 'PRICE_CHANGED' | 'PAYMENT_MISMATCH';

/** Goes on at the new price, which is paid as a whole; what was paid before goes back. */
export function acceptPrice(
  before: Application,
  { acceptedTotalMinor, amountMinor, currency }: PriceAcceptance,
  now: Date,
): Result<Application, AcceptanceRefusal> {
  const { priceChange } = before;
  if (before.status !== 'PRICE_CHANGED' || priceChange === null) return refused('NOT_AWAITING_ACCEPTANCE');
  const { newDueMinor: dueMinor, newTotalMinor: totalMinor } = priceChange;
  if (acceptedTotalMinor !== totalMinor) return refused('PRICE_CHANGED');
  if (amountMinor !== dueMinor || currency !== before.currency) return refused('PAYMENT_MISMATCH');
  const earlier = before.payments.map((payment) => ({ ...payment, status: 'REFUND_DUE' as const }));
  const payments = [...earlier, { amountMinor, status: 'HELD' as const }];
  const after = submittedAgain(before, now.toISOString(), 'PRICE_ACCEPTED', true);
  return ok({ ...after, totalMinor, dueMinor, payments });
}

export const RESOLUTION_ACTIONS = ['RESUBMIT', 'MARK_ISSUED', 'REJECT', 'MARK_REFUNDED'] as const;
export type ResolutionAction = (typeof RESOLUTION_ACTIONS)[number];

/** What an operator has decided. `policyNumber` for `MARK_ISSUED`. */
export interface Resolution {
  readonly action: ResolutionAction;
  readonly policyNumber?: string | null | undefined;
}

export type ResolutionRefusal = 'NOT_AWAITING_ATTENTION' | 'MONEY_IS_GOING_BACK' | 'NO_REFUND_DUE' | 'NO_POLICY_NUMBER';

type Resolve = (before: Application, resolution: Resolution, at: string) => Result<Application, ResolutionRefusal>;

const RESOLVE: Readonly<Record<ResolutionAction, Resolve>> = {
  RESUBMIT(before, _, at) {
    if (before.status !== 'NEEDS_ATTENTION') return refused('NOT_AWAITING_ATTENTION');
    if (before.payments.at(-1)?.status !== 'HELD') return refused('MONEY_IS_GOING_BACK');
    return ok(submittedAgain(before, at, 'RESUBMITTED', before.isKeySpent));
  },
  MARK_ISSUED(before, resolution, at) {
    const policyNumber = resolution.policyNumber ?? before.policyNumber;
    if (before.status !== 'NEEDS_ATTENTION') return refused('NOT_AWAITING_ATTENTION');
    if (before.payments.at(-1)?.status === 'REFUNDED') return refused('MONEY_IS_GOING_BACK');
    if (policyNumber === null) return refused('NO_POLICY_NUMBER');
    const after = withLastPaymentHeld(withStep(before, { at, status: 'ISSUED', reason: 'MARKED_BY_OPERATOR' }));
    return ok({ ...after, policyNumber, period: before.period ?? before.expectedPeriod });
  },
  REJECT: (before, _, at) =>
    before.status === 'NEEDS_ATTENTION'
      ? ok(ended(before, at, 'REJECTED', 'REJECTED_BY_OPERATOR'))
      : refused('NOT_AWAITING_ATTENTION'),
  MARK_REFUNDED(before, _, at) {
    if (before.payments.every(({ status }) => status !== 'REFUND_DUE')) return refused('NO_REFUND_DUE');
    const { askAt, priceChange, status } = before;
    const after = withRefundMade(withStep(before, { at, status, reason: 'REFUNDED' }));
    return ok({ ...after, askAt, priceChange });
  },
};

/** An operator's decision: only what needs attention is resolved, and a refund only where one is due. */
export const resolveApplication = (
  before: Application,
  resolution: Resolution,
  now: Date,
): Result<Application, ResolutionRefusal> => RESOLVE[resolution.action](before, resolution, now.toISOString());

/** The bytes of an announced document are kept; the same object when they were, or when nobody has announced it. */
export function documentKept(before: Application, documentId: string, sha256: string): Application {
  const isMissing = before.documents.some(({ id, sha256: known }) => id === documentId && known === null);
  if (!isMissing) return before;
  const documents = before.documents.map((document) =>
    document.id === documentId ? { ...document, sha256 } : document,
  );
  return { ...before, version: before.version + 1, documents };
}
