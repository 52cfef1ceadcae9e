import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Answer, Operation, Partner } from '../partners/partner.js';
import type { CallNotes } from '../wire/partner-call.js';
import type { CallLog } from './call-log.js';
import type { HeldAnswers } from './held-answers.js';
import { incomingCall } from './incoming-call.js';
import type { NextWait } from './latency.js';

export interface ExchangeTools {
  readonly now: () => Date;
  readonly calls: CallLog;
  readonly held: HeldAnswers;
  readonly nextWait: NextWait;
}

const pathParams = z.record(z.string(), z.string());

/** Records the call when its answer is out or its connection gone, whichever comes first. */
function logWhenClosed(
  response: FastifyReply['raw'],
  about: { partner: string; operation: Operation },
  notes: CallNotes,
  { calls, now }: ExchangeTools,
): void {
  const startedAt = now().toISOString();
  const startMs = performance.now();
  response.once('close', () => {
    const status = response.headersSent ? response.statusCode : null;
    calls.record({ ...about, ...notes, status, startedAt, durationMs: performance.now() - startMs });
  });
}

/** Closes the connection without a word. */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** One call from request to answer: the partner decides at once, only the answer waits. */
export const exchange =
  (partner: Partner, operation: Operation, answer: Answer, tools: ExchangeTools) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const notes = { reference: null, magic: null };
    logWhenClosed(reply.raw, { partner: partner.id, operation }, notes, tools);
    const latencyMs = operation === 'quote' ? tools.nextWait(partner) : 0;
    const decided = await answer(incomingCall(request.raw, pathParams.parse(request.params ?? {}), notes));
    const waitMs = decided.afterMs + latencyMs;
    if (waitMs > 0 && !(await tools.held.hold(reply.raw, waitMs))) return hangUp(request, reply);
    if (decided.lost) return hangUp(request, reply);
    return reply.code(decided.status).headers(decided.headers).send(decided.body);
  };
