import type { ApplicationView } from '@app/contracts';
import { type Application, type ApplicationDocument, refundOf } from '@app/domain';

/** Where an application is found. */
export const applicationPath = (id: string): string => `/v1/applications/${id}`;

/** Documents whose bytes are kept; the others are only announced. */
const documentViews = ({ id: applicationId, documents }: Application): ApplicationView['documents'] =>
  documents.flatMap(({ id, type, contentType, sha256 }: ApplicationDocument) => {
    const href = `${applicationPath(applicationId)}/documents/${id}`;
    return sha256 === null ? [] : [{ id, type, contentType, sha256, href }];
  });

function priceChangeView({ status, priceChange, currency }: Application): ApplicationView['priceChange'] {
  if (status !== 'PRICE_CHANGED' || priceChange === null) return null;
  const { previousTotalMinor, newTotalMinor, decideBy } = priceChange;
  return { previousTotalMinor, newTotalMinor, currency, decideBy };
}

/** An application in the form of `applicationView`, its fields in one order wherever it was stored. */
export function applicationViewOf(application: Application): ApplicationView {
  const { id, offerId, quoteRequestId, partner, version, createdAt, status } = application;
  const { totalMinor, currency, policyNumber, period, events } = application;
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
