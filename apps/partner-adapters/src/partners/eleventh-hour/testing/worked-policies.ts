import type { ApplicationDetails, CanonicalRequest } from '@app/contracts';
import type { PolicyOrder } from '@app/partner-kit';
import type { WorkedOrder } from '@app/partner-kit/testing';
import { applicationDetailsOf } from '@app/testing';
import { healthRequestFor, termLifeRequestFor } from '../../../testing/canonical-requests.js';

const applicationId = '01934f2a-0000-7000-8000-0000000000c1';

/** What was paid in partners.md E.5, and by whom. */
function paid(amountMinor: number): ApplicationDetails {
  const { proposer, payment } = applicationDetailsOf();
  return applicationDetailsOf({
    proposer: { ...proposer, mobile: '+919800000002' },
    asset: null,
    payment: { ...payment, reference: 'PAY-88f2', amountMinor, capturedAt: '2026-11-23T10:15:00Z' },
  });
}

const worked = (request: CanonicalRequest, acceptedTotalMinor: number, dueMinor: number): WorkedOrder => ({
  applicationId,
  partnerQuoteRef: 'eho_00000042',
  planCode: request.productLine === 'health' ? 'HEALTH' : 'TERM',
  acceptedTotalMinor,
  request,
  details: paid(dueMinor),
});

/** H1, paid at once: the order of partners.md E.5. */
export const HEALTH_ORDER = worked(healthRequestFor('h1'), 1_518_607, 1_518_607);

/** L2, in twelve instalments of which the first is paid. */
export const TERM_ORDER = worked(termLifeRequestFor('l2'), 1_326_456, 110_538);

const KEY = '5f0c5f7e-9d0b-5a52-8f8e-000000000001';

export const withKeys = (order: WorkedOrder): PolicyOrder => ({ ...order, key: KEY });

/** The body that partners.md E.5 prints, with our own reference. */
export const PRINTED_ORDER = `{"offerId":"eho_00000042","total":"15186.07","payment":{"ref":"PAY-88f2","amount":"15186.07","receivedAt":"2026-11-23T15:45:00+05:30"},"holder":{"fullName":"Asha Rao","email":"asha@example.org","mobile":"+919800000002","nominee":"Ravi Rao"},"externalRef":"${applicationId}","callback":null}`;

export const DOCUMENT_PATH = '/api/v3/documents/ehd_7.pdf';

/** Results of policy jobs (partners.md E.5). */
export const ISSUED = {
  outcome: 'ISSUED',
  policyNumber: 'EH-H-000000071',
  coverFrom: '2026-12-01',
  coverTo: '2027-11-30',
  documents: [{ kind: 'POLICY', url: DOCUMENT_PATH }],
};

export const refusedWith = (code: string, members: object = {}) => ({
  outcome: 'REFUSED',
  error: { code, retryable: false, ...members },
});

export const endedWith = (code: string, retryable: boolean) => ({ outcome: 'ERROR', error: { code, retryable } });

/** What `ISSUED` is to us. */
export const ISSUED_REPLY = {
  outcome: 'ISSUED',
  policyNumber: 'EH-H-000000071',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [{ type: 'POLICY_SCHEDULE', contentType: 'application/pdf', reference: DOCUMENT_PATH }],
} as const;
