import { type CloudEvent, type IssuanceRequestedData, issuanceRequested, separatePersonal } from '@app/contracts';
import { canonicalRequestOf } from '@app/testing';

export const APPLICATION_ID = '01934f2a-0000-7000-8000-0000000000a1';

/** The event that asks one partner for a policy. What it seals is of no use to anyone. */
export function issuanceRequestedEvent(
  changes: Partial<IssuanceRequestedData> = {},
  createdAt = new Date('2026-11-23T10:00:00.000Z'),
): CloudEvent<IssuanceRequestedData> {
  const request = canonicalRequestOf({ createdAt });
  const { requestId, productLine } = request;
  return {
    specversion: '1.0',
    id: '01934f2a-0000-7000-8000-0000000000e2',
    source: '/services/business',
    type: issuanceRequested.type,
    subject: requestId,
    time: createdAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: issuanceRequested.type,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    attempt: 1,
    returnaddress: 'issuance-results',
    data: {
      applicationId: APPLICATION_ID,
      requestId,
      partner: 'acme-general',
      productLine,
      attempt: 1,
      acceptances: 0,
      partnerQuoteRef: 'AQ-1',
      planCode: 'STD',
      acceptedTotalMinor: 1_738_161,
      currency: 'INR',
      request: separatePersonal(request).open,
      sealed: 'not.to.be.opened',
      ...changes,
    },
  };
}
