import { v5 } from 'uuid';

/**
 * The partner's idempotency key: one for each price that the customer accepted (system.md, 'Flow of a policy').
 * `acceptances` counts accepted prices and resubmissions after a definite refusal.
 */
export const policyKey = (applicationId: string, acceptances: number): string => v5(String(acceptances), applicationId);

/** The id of a document, the same whenever it is announced. */
export const documentId = (applicationId: string, reference: string): string =>
  v5(`document ${reference}`, applicationId);
