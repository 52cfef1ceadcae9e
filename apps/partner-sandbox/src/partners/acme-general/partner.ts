import { SlidingWindow, UNLIMITED } from '../../limits/sliding-window.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { get, type Limits, type Partner, type PartnerDefinition, post, type Route, type World } from '../partner.js';
import { AcmeBook } from './book.js';
import { problem } from './errors.js';
import { Gate } from './gate.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { ACME } from './identity.js';
import { issuePolicy } from './issue.js';
import { readPolicy, readSchedule } from './policies.js';
import { createQuote, readQuote } from './quotes.js';
import { tokenEndpoint } from './token-endpoint.js';
import { Tokens } from './tokens.js';

const MINUTE_MS = 60_000;
const TOKEN_PATHS = '/oauth2/';

function rateLimits({ now }: World, { off, enforceAll }: Limits) {
  return {
    tokens: off ? UNLIMITED : new SlidingWindow(30, MINUTE_MS, now),
    requests: enforceAll && !off ? new SlidingWindow(600, MINUTE_MS, now) : UNLIMITED,
  };
}

function routesOf(world: World, gate: Gate): Route[] {
  const book = new AcmeBook(world);
  const quotes = { world, book, failing: new FailingCalls(world.behaviour) };
  const issuance = { world, book, keys: new IdempotencyKeys(world.now) };
  const quotesPath = '/v1/quotes';
  const policyPath = '/v1/policies/:policyId';
  return [
    post(quotesPath, 'quote', gate.guard('quotes', createQuote(quotes))),
    get(`${quotesPath}/:quoteId`, 'read-quote', gate.guard('quotes', readQuote(quotes))),
    post('/v1/policies', 'issue', gate.guard('policies', issuePolicy(issuance))),
    get(policyPath, 'read-policy', gate.guard('policies', readPolicy(book, world))),
    get(`${policyPath}/documents/schedule.pdf`, 'document', gate.guard('policies', readSchedule(book, world))),
  ];
}

function create(world: World, limits: Limits): Partner {
  const tokens = new Tokens(world);
  const limit = rateLimits(world, limits);
  const gate = new Gate(tokens, limit.requests);
  const notFound = () => problem('NOT_FOUND');
  const guardedNotFound = gate.guard(null, notFound);
  return {
    ...ACME,
    quoteSla: { p50Ms: 180, p95Ms: 400 },
    prefixes: [TOKEN_PATHS, '/v1/'],
    routes: [post(`${TOKEN_PATHS}token`, 'token', tokenEndpoint(tokens, limit.tokens)), ...routesOf(world, gate)],
    unknownPath: (call) => (call.rawPath.startsWith(TOKEN_PATHS) ? notFound() : guardedNotFound(call)),
  };
}

/** A: Acme General Insurance, REST with OAuth2 client credentials (partners.md A). */
export const acmeGeneral: PartnerDefinition = { id: ACME.id, create };
