import { type Application, isLive, refundOf, wakesAt } from '@app/domain';

/** What may change, in the order of the columns. */
export const changingValues = (application: Application) => ({
  sought: [application.status, application.version, isLive(application), refundOf(application)?.status ?? null],
  wakeAt: wakesAt(application),
  state: JSON.stringify(application),
});

/** A whole row in the order of its columns. */
export function applicationValues(application: Application): unknown[] {
  const { id, clientId, quoteRequestId, offerId, createdAt } = application;
  const { sought, wakeAt, state } = changingValues(application);
  return [id, clientId, quoteRequestId, offerId, ...sought, wakeAt, createdAt, state];
}
