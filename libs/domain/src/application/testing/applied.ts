import { type CanonicalError, type ErrorCategory, userMessageKey } from '../../canonical-error.js';
import type { Application, NewApplicationFacts } from '../application.js';
import { startApplication } from '../application-steps.js';
import type { IssuanceResult } from '../issuance-result.js';
import { recordIssuance } from '../record-issuance.js';

export const START = new Date('2026-11-23T10:00:00Z');

/** So many milliseconds after `START`. */
export const after = (ms: number): Date => new Date(START.getTime() + ms);
export const HOUR = 3_600_000;

/** An application that was submitted at `START`, for an offer that stands for fifteen days. */
export const applied = (rest: Partial<NewApplicationFacts> = {}): Application =>
  startApplication(
    {
      id: '01989d1a-0000-7000-8000-000000000001',
      clientId: 'somebody',
      quoteRequestId: '01989d1a-0000-7000-8000-000000000000',
      offerId: 'off_1',
      partner: 'acme-general',
      productLine: 'motor-four-wheeler',
      partnerQuoteRef: 'AGQ-1',
      planCode: 'PACKAGE',
      offerValidUntil: '2026-12-08T10:00:00.000Z',
      offerSnapshot: 'a'.repeat(64),
      totalMinor: 1_738_161,
      dueMinor: 1_738_161,
      currency: 'INR',
      expectedPeriod: { from: '2026-12-01', to: '2027-11-30' },
      ...rest,
    },
    START,
  );

export const errorOf = (category: ErrorCategory, partnerCode: string | null = null): CanonicalError => ({
  category,
  retryable: false,
  partnerCode,
  messageForOps: `said ${category}`,
  messageKeyForUser: userMessageKey(category),
  attempts: 1,
});

type Brought = Partial<IssuanceResult> & Pick<IssuanceResult, 'outcome'>;

/** What the first attempt, if none is named, brought a second after `START`. */
export const record = (before: Application, brought: Brought, now = after(1_000)) =>
  recordIssuance(before, { applicationId: before.id, attempt: 1, ...brought }, { now, random: () => 0 });

export const recorded = (...args: Parameters<typeof record>): Application => record(...args).application;

export const POLICY = {
  outcome: 'ISSUED',
  policyNumber: 'AG/PC/2026/0000031',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ id: '01989d1a-0000-7000-8000-00000000000d', type: 'POLICY_SCHEDULE', contentType: 'application/pdf' }],
} as const;
