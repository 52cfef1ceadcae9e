import { inMemoryPorts } from '@app/testing';
import { startUnderTest } from '../../testing/business-under-test.js';
import { Applying } from './applying.js';

/** A running service, its customers, and what it has stored and sent. */
export async function startApplying() {
  const ports = inMemoryPorts();
  /** Confirms every payment until a test puts another answer in its place. */
  const payments = { isCaptured: async (): Promise<boolean> => true };
  const business = await startUnderTest({ ...ports, paymentVerifier: payments });
  return {
    ...{ ports, payments, business, applying: new Applying(business) },
    sent: () => ports.publisher.events('policy.issuance-requested.v1'),
    stored: () => ports.applications.list({ limit: 100 }),
  };
}

export type ApplyingWorld = Awaited<ReturnType<typeof startApplying>>;
