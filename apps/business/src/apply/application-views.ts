import type { ApplicationView } from '@app/contracts';
import { type Application, type ApplicationDocument, refundOf } from '@app/domain';

/** Where an application is found. */
export const applicationPath = (id: string): string => `/v1/applications/${id}`;

/** Documents whose bytes are kept; the others are only announced. */
const documentViews = (application: Application): ApplicationView['documents'] =>
  policyOf(application).documents.flatMap(({ id, type, contentType, sha256 }: ApplicationDocument) => {
    const href = `${applicationPath(application.id)}/documents/${id}`;
    return sha256 === null ? [] : [{ id, type, contentType, sha256, href }];
  });

function priceChangeView({ status, priceChange, currency }: Application): ApplicationView['priceChange'] {
  if (status !== 'PRICE_CHANGED' || priceChange === null) return null;
  const { previousTotalMinor, newTotalMinor, decideBy } = priceChange;
  return { previousTotalMinor, newTotalMinor, currency, decideBy };
}

/**
 * The policy as it stands: a customer sees none that was heard of after the end, while somebody decides what becomes of
 * it, and none that was rejected then.
 */
export function policyOf({ status, policyNumber, period, documents }: Application) {
  const isStanding = status === 'ISSUED';
  return isStanding ? { policyNumber, period, documents } : { policyNumber: null, period: null, documents: [] };
}

/** An application in the form of `applicationView`, its fields in one order wherever it was stored. */
export function applicationViewOf(application: Application): ApplicationView {
  const { id, offerId, quoteRequestId, partner, version, createdAt, status } = application;
  const { totalMinor, currency, events } = application;
  const { policyNumber, period } = policyOf(application);
  return {
    ...{ id, offerId, quoteRequestId, partner, version, createdAt, status, totalMinor, currency, policyNumber },
    period: period === null ? null : { from: period.from, to: period.to },
    priceChange: priceChangeView(application),
    refund: refundOf(application),
    documents: documentViews(application),
    events: events.map(({ at, status: then, attempt, reason }) => ({ at, status: then, attempt, reason })),
    links: { self: applicationPath(id) },
  };
}
