import type { PartnerDocument } from '@app/contracts';
import { documentId } from './policy-keys.js';

/** A policy's schedule, which is a PDF, with where it is found again; the same document whenever it is announced. */
export const policySchedule = (applicationId: string, reference: string): PartnerDocument => ({
  id: documentId(applicationId, reference),
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
  reference,
});
