import { SlidingWindow, UNLIMITED } from '../../limits/sliding-window.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { emptyReply } from '../../wire/reply.js';
import { type Limits, type Partner, type PartnerDefinition, post, type World } from '../partner.js';
import { FizzbuzzBook } from './book.js';
import { rpcEndpoint } from './endpoint.js';
import { FIZZBUZZ } from './identity.js';
import { issuePolicy } from './issue.js';
import { LINES } from './lines/lines.js';
import type { RpcMethods } from './methods.js';
import { readPolicy } from './policies.js';
import { quotePlans } from './quotes.js';

const CALLS = 120;
const MINUTE_MS = 60_000;
const RPC_PATH = '/rpc';

function methodsOf(world: World): RpcMethods {
  const book = new FizzbuzzBook(world);
  const quotes = { world, book, failing: new FailingCalls(world.behaviour) };
  return new Map([
    ...LINES.map((line) => [line.method, quotePlans(quotes, line)] as const),
    ['policy.issue', issuePolicy({ world, book })],
    ['policy.get', readPolicy(book, world)],
  ]);
}

function create(world: World, { off, enforceAll }: Limits): Partner {
  const limit = enforceAll && !off ? new SlidingWindow(CALLS, MINUTE_MS, world.now) : UNLIMITED;
  return {
    ...FIZZBUZZ,
    quoteSla: { p50Ms: 600, p95Ms: 1_500 },
    prefixes: [RPC_PATH],
    routes: [post(RPC_PATH, 'unknown', rpcEndpoint(methodsOf(world), limit))],
    unknownPath: () => emptyReply(404),
    ownModes: ['failed-result'],
  };
}

/** F: Fizzbuzz Underwriters, JSON-RPC 2.0 by mutual TLS (partners.md F). */
export const fizzbuzz: PartnerDefinition = { id: FIZZBUZZ.id, mutualTls: true, create };
