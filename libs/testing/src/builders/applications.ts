import { createHash, randomUUID } from 'node:crypto';
import { type ApplicationDetails, separatePersonal } from '@app/contracts';
import { type Application, startApplication } from '@app/domain';
import type { ApplicationContent, NewApplication } from '@app/ports';
import { canonicalRequestOf } from './quote-requests.js';

const NOON = '2026-11-23T12:00:00.000Z';
const TOTAL_MINOR = 1_738_161;

/** `SUBMITTED` just now, at `createdAt`, with every field consistent but those given. */
export function applicationOf({ createdAt = NOON, ...rest }: Partial<Application> = {}): Application {
  const started = startApplication(
    {
      id: randomUUID(),
      clientId: 'client-one',
      quoteRequestId: randomUUID(),
      offerId: `off_${randomUUID()}`,
      partner: 'acme-general',
      productLine: 'motor-four-wheeler',
      partnerQuoteRef: 'AGQ-20261123-000017',
      planCode: 'PACKAGE',
      offerValidUntil: new Date(Date.parse(createdAt) + 15 * 86_400_000).toISOString(),
      offerSnapshot: 'a'.repeat(64),
      totalMinor: TOTAL_MINOR,
      dueMinor: TOTAL_MINOR,
      currency: 'INR',
      expectedPeriod: { from: '2026-12-01', to: '2027-11-30' },
    },
    new Date(createdAt),
  );
  return { ...started, ...rest };
}

export const applicationDetailsOf = (rest: Partial<ApplicationDetails> = {}): ApplicationDetails => ({
  proposer: {
    fullName: 'Asha Rao',
    email: 'asha@example.org',
    mobile: '+919800000001',
    address: { line1: '12 Lake Road', city: 'Pune', state: 'MH', pincode: '411001' },
    nominee: { fullName: 'Ravi Rao', relation: 'SPOUSE' },
    panLast4: '234F',
  },
  asset: { engineNumber: 'ENG123456', chassisNumber: 'MA1AB2CD3EF456789' },
  payment: {
    reference: 'PAY-88f1',
    method: 'UPI',
    amountMinor: TOTAL_MINOR,
    currency: 'INR',
    capturedAt: '2026-11-23T10:12:00Z',
  },
  declarations: [{ code: 'FACTS_TRUE', acceptedAt: '2026-11-23T10:11:30Z' }],
  ...rest,
});

/** M1 and what an application for one of its offers adds. */
export function applicationContentOf(rest: Partial<ApplicationContent> = {}): ApplicationContent {
  const { open, personal } = separatePersonal(canonicalRequestOf({ createdAt: new Date(NOON) }));
  return { request: open, personal, details: applicationDetailsOf(), ...rest };
}

/** About to be accepted, by default for an offer, with a payment and under a key that nobody else has. */
export function newApplicationOf(rest: Partial<NewApplication> = {}): NewApplication {
  const application = rest.application ?? applicationOf();
  return {
    application,
    content: applicationContentOf(),
    paymentHash: createHash('sha256').update(randomUUID()).digest('hex'),
    messages: [],
    idempotency: { key: randomUUID(), fingerprint: 'sha256:one', response: { id: application.id } },
    ...rest,
  };
}
