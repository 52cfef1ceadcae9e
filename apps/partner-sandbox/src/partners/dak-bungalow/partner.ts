import { ANY_NUMBER, OpenRequests } from '../../limits/open-requests.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { get, type Limits, type Partner, type PartnerDefinition, post, type World } from '../partner.js';
import { DakBook } from './book.js';
import { NO_SUCH_FUNCTION } from './errors.js';
import { Gate } from './gate.js';
import { DAK } from './identity.js';
import { issuePolicy } from './issue.js';
import { motor } from './lines/motor/line.js';
import { readDocument, readStatus } from './policies.js';
import { makeProposal } from './proposals.js';
import { createQuote } from './quotes.js';

const OPEN_SESSIONS = 2;

function create(world: World, { off }: Limits): Partner {
  const gate = new Gate(off ? ANY_NUMBER : new OpenRequests(OPEN_SESSIONS));
  const book = new DakBook(world);
  const quotes = { world, book, failing: new FailingCalls(world.behaviour) };
  const issuance = { world, book };
  return {
    ...DAK,
    quoteSla: { p50Ms: 1_800, p95Ms: 6_000 },
    prefixes: ['/cgi-bin/'],
    routes: [
      post('/cgi-bin/pquote.do', 'quote', gate.guard(createQuote(quotes, motor))),
      post('/cgi-bin/pprop.do', 'propose', gate.guard(makeProposal(issuance))),
      post('/cgi-bin/pissue.do', 'issue', gate.guard(issuePolicy(issuance))),
      get('/cgi-bin/pstatus.do', 'read-policy', gate.guard(readStatus(issuance))),
      get('/cgi-bin/pdoc.do', 'document', gate.guard(readDocument(issuance))),
    ],
    unknownPath: gate.guard(() => NO_SUCH_FUNCTION),
  };
}

/** D: Dak Bungalow Insurance, forms in and lines of text out (partners.md D). */
export const dakBungalow: PartnerDefinition = { id: DAK.id, create };
