import type { QuoteTask } from '@app/contracts';
import { ProblemException } from '@app/platform';
import type { ApiClient } from '@app/ports';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../access/access-tokens.js';
import { CallingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';
import { HeldQuotes } from '../read-quotes/held-quotes.js';
import { quoteResultOf } from '../read-quotes/quote-views.js';
import { whenGone } from '../watch/conditional-reads.js';
import { preferredWait } from '../watch/preferences.js';
import { readIdempotencyKey } from './idempotency-keys.js';
import { RequestQuoteHandler } from './request-quote.handler.js';

const REFUSALS = {
  KEY_REUSED: new ProblemException(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key came with another body before. Take a new key for a new request.',
  ),
  IN_PROGRESS: new ProblemException(
    409,
    'idempotency-in-progress',
    'A post with this Idempotency-Key is being stored right now. Repeat it in a moment.',
    { headers: { 'retry-after': '1' } },
  ),
};

const MAX_WAIT_SECONDS = 10;
const A_SECOND = 1_000;

/** Answers carry the capability of the request, made anew each time. */
type Answer = (QuoteTask | ReturnType<typeof quoteResultOf>) & { readonly accessToken: string };

@Controller('v1/quote-requests')
export class RequestQuoteController {
  constructor(
    private readonly handler: RequestQuoteHandler,
    private readonly tokens: AccessTokens,
    private readonly held: HeldQuotes,
  ) {}

  /** 202 with the task; 200 with the result where the client waits and it is complete by then. */
  @Post()
  @HttpCode(200)
  @ClientRoute({ scope: 'quotes', usage: 'CREATION' })
  async request(
    @JsonBody() body: unknown,
    @CallingClient() client: ApiClient,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const { outcome, task } = await this.accept(body, client, request);
    const token = { accessToken: this.tokens.issue(task.id) };
    void reply.header('location', task.links.self);
    if (outcome === 'REPLAYED') void reply.header('idempotency-replayed', 'true');
    else {
      const result = await this.resultInTime(task, request, reply);
      if (result !== undefined) return { ...result, ...token };
    }
    void reply.status(202).header('retry-after', '1');
    return { ...task, ...token };
  }

  private async accept(body: unknown, client: ApiClient, { headers, traceparent }: FastifyRequest) {
    const key = readIdempotencyKey(headers['idempotency-key'], client);
    if (!key.ok) throw validationFailed(key.error);
    const accepted = await this.handler.handle(body, { clientId: client.id, traceparent, idempotencyKey: key.value });
    if (!accepted.ok) throw validationFailed(accepted.error);
    if (!('task' in accepted.value)) throw REFUSALS[accepted.value.outcome];
    return accepted.value;
  }

  /** The result, when the client likes to wait for it and it is complete in time. */
  private async resultInTime({ id }: QuoteTask, request: FastifyRequest, reply: FastifyReply) {
    const seconds = preferredWait(request.headers.prefer, MAX_WAIT_SECONDS);
    if (seconds === undefined) return undefined;
    void reply.header('preference-applied', `wait=${seconds}`);
    request.leaveGate();
    const progress = await this.held.untilCompleted(id, { waitMs: seconds * A_SECOND, gone: whenGone(reply) });
    return progress === undefined || progress.completedAt === null ? undefined : quoteResultOf(progress);
  }
}
