import { ANY_NUMBER, OpenRequests } from '../../limits/open-requests.js';
import { FailingCalls } from '../../magic/failing-calls.js';
import { reply } from '../../wire/reply.js';
import { type Limits, type Partner, type PartnerDefinition, post, type World } from '../partner.js';
import { BabbageBook } from './book.js';
import { Gate } from './gate.js';
import { answerMessage, type MessageHandler } from './gateway.js';
import { BABBAGE } from './identity.js';
import { issuePolicy } from './issue.js';
import { motor } from './lines/motor/line.js';
import { travel } from './lines/travel/line.js';
import { type MessageName, operationOf } from './messages.js';
import { readPolicy } from './policies.js';
import { createQuote } from './quotes.js';
import { StoredAnswers } from './stored-answers.js';

const CONCURRENT_REQUESTS = 5;

function handlersOf(world: World): Readonly<Record<MessageName, MessageHandler>> {
  const book = new BabbageBook(world);
  const quotes = { world, book, failing: new FailingCalls(world.behaviour) };
  const issuance = { world, book };
  return {
    PersAutoPolicyQuoteInq: createQuote(quotes, motor),
    PersPkgPolicyQuoteInq: createQuote(quotes, travel),
    PersAutoPolicyAdd: issuePolicy(issuance, motor),
    PersPkgPolicyAdd: issuePolicy(issuance, travel),
    PolicyInq: readPolicy(issuance),
  };
}

function create(world: World, { enforceAll, off }: Limits): Partner {
  const gate = new Gate(world.now, enforceAll && !off ? new OpenRequests(CONCURRENT_REQUESTS) : ANY_NUMBER);
  const gateway = answerMessage({
    world,
    answers: new StoredAnswers(world.now),
    handlers: handlersOf(world),
  });
  const guarded = gate.guard(gateway);
  return {
    ...BABBAGE,
    quoteSla: { p50Ms: 900, p95Ms: 2_500 },
    prefixes: ['/services/'],
    routes: [
      post('/services/AcordGateway', 'unknown', (call) => {
        const operation = operationOf(call);
        call.note({ operation, quoteCalls: operation === 'quote' ? 1 : 0 });
        return guarded(call);
      }),
    ],
    unknownPath: () => reply(404, 'text/plain', Buffer.from('Not found\n')),
  };
}

/** B: Babbage & Lovelace Assurance, SOAP with a WS-Security digest (partners.md B). */
export const babbageLovelace: PartnerDefinition = { id: BABBAGE.id, create };
