import type { Application, NewApplicationFacts } from '../application.js';
import { startApplication } from '../application-steps.js';

export const START = new Date('2026-11-23T10:00:00Z');

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
