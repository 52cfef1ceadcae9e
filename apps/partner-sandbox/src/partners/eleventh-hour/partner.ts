import { SlidingWindow, UNLIMITED } from '../../limits/sliding-window.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { get, type Limits, type Partner, type PartnerDefinition, post, type Route, type World } from '../partner.js';
import { EleventhHourBook } from './book.js';
import { readDocument } from './documents.js';
import { Refusals } from './errors.js';
import { guard, type KeyedAnswer } from './gate.js';
import { ELEVENTH_HOUR } from './identity.js';
import { submitPolicy } from './issue.js';
import { type JobKeeping, Jobs } from './jobs.js';
import { submitQuote } from './quotes.js';
import { RequestIds } from './request-ids.js';
import { ResultPushes } from './result-pushes.js';

const SUBMITS = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const BASE_PATH = '/api/v3/';
const QUOTES_PATH = `${BASE_PATH}quote-requests`;
const POLICIES_PATH = `${BASE_PATH}policies`;

/** Results of quotes for an hour, and as long as an offer may live it is told that there was a job. */
const QUOTE_KEEPING: JobKeeping = { resultMs: 60 * MINUTE_MS, jobMs: 31 * DAY_MS };
/** A policy is for ever, and its job the only way to it. */
const POLICY_KEEPING: JobKeeping = { resultMs: Number.POSITIVE_INFINITY, jobMs: Number.POSITIVE_INFINITY };

function create(world: World, { off, enforceAll }: Limits): Partner {
  const refusals = new Refusals(world.ids);
  const guarded = (answer: KeyedAnswer) => guard(refusals, answer);
  const book = new EleventhHourBook(world);
  const shared = { world, refusals, book, pushes: new ResultPushes(world) };
  const quotes = {
    ...shared,
    limit: enforceAll && !off ? new SlidingWindow(SUBMITS, MINUTE_MS, world.now) : UNLIMITED,
    requestIds: new RequestIds(world.now, refusals, 1),
    failing: new FailingCalls(world.behaviour),
    jobs: new Jobs(world, refusals, QUOTES_PATH, QUOTE_KEEPING, !off),
  };
  const policies = {
    ...shared,
    requestIds: new RequestIds(world.now, refusals, 30),
    jobs: new Jobs(world, refusals, POLICIES_PATH, POLICY_KEEPING, !off),
  };
  const routes: Route[] = [
    post(QUOTES_PATH, 'quote', guarded(submitQuote(quotes))),
    get(`${QUOTES_PATH}/:jobId`, 'read-quote', guarded(quotes.jobs.poll)),
    post(POLICIES_PATH, 'issue', guarded(submitPolicy(policies))),
    get(`${POLICIES_PATH}/:jobId`, 'read-policy', guarded(policies.jobs.poll)),
    get(`${BASE_PATH}documents/:file`, 'document', guarded(readDocument(book, refusals))),
  ];
  return {
    ...ELEVENTH_HOUR,
    quoteSla: { p50Ms: 150, p95Ms: 300 },
    prefixes: [BASE_PATH],
    routes,
    unknownPath: guarded(() => refusals.refuse('EH-4040')),
    ownModes: ['slow', 'hang', 'garbled', 'failed-result'],
  };
}

/** E: Eleventh Hour Life & Health, asynchronous jobs with poll and webhook (partners.md E). */
export const eleventhHour: PartnerDefinition = { id: ELEVENTH_HOUR.id, create };
