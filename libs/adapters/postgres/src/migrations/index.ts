import type { Migration } from 'kysely/migration';
import { quoteRequests } from './2026-11-01-quote-requests.js';
import { partnerAnswers } from './2026-11-02-partner-answers.js';
import { outbox } from './2026-11-03-outbox.js';

/** By name, run in the order of their names. A migration that was released is never changed: add another one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-01-quote-requests': quoteRequests,
  '2026-11-02-partner-answers': partnerAnswers,
  '2026-11-03-outbox': outbox,
};
