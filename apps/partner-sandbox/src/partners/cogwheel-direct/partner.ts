import { SlidingWindow, UNLIMITED } from '../../limits/sliding-window.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { get, type Limits, type Partner, type PartnerDefinition, post, type World } from '../partner.js';
import { CogwheelBook } from './book.js';
import { errorReply } from './errors.js';
import { Gate } from './gate.js';
import { COGWHEEL } from './identity.js';
import { issuePolicy } from './issue.js';
import { LINES } from './lines/lines.js';
import { readDocument, readStatus } from './policies.js';
import { createQuote } from './quotes.js';

const REQUESTS = 20;
const WINDOW_MS = 10_000;

function create(world: World, { off }: Limits): Partner {
  const gate = new Gate(world.now, off ? UNLIMITED : new SlidingWindow(REQUESTS, WINDOW_MS, world.now));
  const book = new CogwheelBook(world);
  const quotes = { world, book, failing: new FailingCalls(world.behaviour) };
  const issuance = { world, book };
  return {
    ...COGWHEEL,
    quoteSla: { p50Ms: 120, p95Ms: 300 },
    prefixes: ['/v2/'],
    routes: [
      ...LINES.map((line) => post(line.quotePath, 'quote', gate.guard(createQuote(quotes, line)))),
      post('/v2/policy/issue', 'issue', gate.guard(issuePolicy(issuance))),
      get('/v2/policy', 'read-policy', gate.guard(readStatus(issuance))),
      get('/v2/policy/:policyNo/pdf', 'document', gate.guard(readDocument(issuance))),
    ],
    unknownPath: gate.guard(() => errorReply('C-ISS-404')),
  };
}

/** C: Cogwheel Direct, HMAC-signed JSON (partners.md C). */
export const cogwheelDirect: PartnerDefinition = { id: COGWHEEL.id, create };
