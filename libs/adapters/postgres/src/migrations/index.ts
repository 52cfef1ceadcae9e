import type { Migration } from 'kysely/migration';
import { quoteRequests } from './2026-11-01-quote-requests.js';
import { partnerAnswers } from './2026-11-02-partner-answers.js';
import { outbox } from './2026-11-03-outbox.js';
import { consent } from './2026-11-04-consent.js';
import { idempotencyKeys } from './2026-11-05-idempotency-keys.js';
import { apiClients } from './2026-11-06-api-clients.js';
import { retention } from './2026-11-07-retention.js';
import { fleet } from './2026-11-08-fleet.js';
import { applications } from './2026-11-09-applications.js';
import { deadLetters } from './2026-11-10-dead-letters.js';
import { retentionOfApplications } from './2026-11-11-retention-of-applications.js';

/** By name, run in the order of their names. A migration that was released is never changed: add another one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-01-quote-requests': quoteRequests,
  '2026-11-02-partner-answers': partnerAnswers,
  '2026-11-03-outbox': outbox,
  '2026-11-04-consent': consent,
  '2026-11-05-idempotency-keys': idempotencyKeys,
  '2026-11-06-api-clients': apiClients,
  '2026-11-07-retention': retention,
  '2026-11-08-fleet': fleet,
  '2026-11-09-applications': applications,
  '2026-11-10-dead-letters': deadLetters,
  '2026-11-11-retention-of-applications': retentionOfApplications,
};
