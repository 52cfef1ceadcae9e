import { type AnswerRow, type CanonicalError, pendingRow, userMessageKey } from '@app/domain';
import type { NewQuoteRequest } from '@app/ports';

const FIRST_VERSION = 1;

/** Whoever has taken the partner offline, nothing was sent to it: to the customer it is not available. */
const OFFLINE: CanonicalError = {
  category: 'UNAVAILABLE',
  retryable: true,
  partnerCode: null,
  messageForOps: 'the partner is offline: it was not asked',
  messageKeyForUser: userMessageKey('UNAVAILABLE'),
  attempts: 0,
};

const failedRow = (partner: string, version: number, at: string): AnswerRow => ({
  ...pendingRow(partner, version),
  ...{ status: 'FAILED', startedAt: at, finishedAt: at, error: OFFLINE },
});

/**
 * The rows of a request that is accepted at `at`: `PENDING` for a partner that is asked, `FAILED` for any other. Each
 * of these has a version of its own, since that is the id of its event in the stream; the request has the last one.
 */
export function firstRows(
  partners: readonly string[],
  asked: ReadonlySet<string>,
  at: string,
): Pick<NewQuoteRequest, 'rows' | 'version'> {
  const refused = partners.filter((partner) => !asked.has(partner));
  const rows = partners.map((partner) =>
    asked.has(partner)
      ? pendingRow(partner, FIRST_VERSION)
      : failedRow(partner, FIRST_VERSION + refused.indexOf(partner), at),
  );
  return { rows, version: Math.max(FIRST_VERSION, refused.length) };
}
