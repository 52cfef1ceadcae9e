import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Behaviours } from '../behaviour/behaviours.js';
import type { Answer, Partner } from '../partners/partner.js';
import type { CallFacts, Operation } from '../wire/partner-call.js';
import type { Reply } from '../wire/reply.js';
import type { CallLog } from './call-log.js';
import { type Delivery, type Disturbed, disturbedReply, WHOLE } from './disturbance.js';
import { drip, hangUp, resetConnection, sendHalf } from './hang-up.js';
import type { HeldAnswers } from './held-answers.js';
import { incomingCall } from './incoming-call.js';
import type { NextWait } from './latency.js';

export interface ExchangeTools {
  readonly now: () => Date;
  readonly calls: CallLog;
  readonly held: HeldAnswers;
  readonly nextWait: NextWait;
  readonly behaviours: Behaviours;
}

const pathParams = z.record(z.string(), z.string());

const factsOf = (operation: Operation): CallFacts => ({
  operation,
  quoteCalls: operation === 'quote' ? 1 : 0,
  reference: null,
  magic: null,
});

/** Records the call when its answer is out or its connection gone, whichever comes first. */
function logWhenClosed(
  response: FastifyReply['raw'],
  partner: string,
  facts: CallFacts,
  { calls, now }: ExchangeTools,
): void {
  const startedAt = now().toISOString();
  const startMs = performance.now();
  response.once('close', () => {
    const { operation, reference, magic } = facts;
    const status = response.headersSent ? response.statusCode : null;
    const durationMs = performance.now() - startMs;
    calls.record({ partner, operation, reference, magic, status, startedAt, durationMs });
  });
}

function latencyMs(partner: Partner, { quoteCalls }: CallFacts, { nextWait }: ExchangeTools): number {
  let ms = 0;
  for (let call = 0; call < quoteCalls; call += 1) ms += nextWait(partner);
  return ms;
}

function disturbed(partner: Partner, decided: Reply, { operation }: CallFacts, { behaviours }: ExchangeTools) {
  if (operation !== 'quote') return { reply: decided, delivery: WHOLE } satisfies Disturbed;
  return disturbedReply(decided, behaviours.of(partner.id), partner.ownModes ?? []);
}

function deliver(leaving: Reply, delivery: Delivery, reply: FastifyReply, { held }: ExchangeTools) {
  if (delivery.kind === 'cut') return sendHalf(leaving, reply);
  if (delivery.kind === 'drip') return drip(leaving, reply, () => held.hold(reply.raw, delivery.everyMs));
  return reply.code(leaving.status).headers(leaving.headers).send(leaving.body);
}

/** One call from request to answer: the partner decides at once, only the answer waits. */
export const exchange =
  (partner: Partner, operation: Operation, answer: Answer, tools: ExchangeTools) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const facts = factsOf(operation);
    logWhenClosed(reply.raw, partner.id, facts, tools);
    const params = pathParams.parse(request.params ?? {});
    const decided = await answer(incomingCall(request.raw, reply.raw, params, facts));
    const { reply: leaving, delivery } = disturbed(partner, decided, facts, tools);
    if (delivery.kind === 'reset') return resetConnection(request, reply);
    const waitMs = leaving.afterMs + latencyMs(partner, facts, tools);
    if (waitMs > 0 && !(await tools.held.hold(reply.raw, waitMs))) return hangUp(request, reply);
    if (leaving.lost) return hangUp(request, reply);
    return deliver(leaving, delivery, reply, tools);
  };
