import type { QuoteTask } from '@app/contracts';
import { ProblemException } from '@app/platform';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../access/access-tokens.js';
import { CallingClient } from '../access/admission.js';
import type { Client } from '../access/clients.js';
import { JsonBody } from '../json-body/json-body.js';
import { quoteTaskOf } from '../read-quotes/quote-views.js';
import { RequestQuoteHandler } from './request-quote.handler.js';

@Controller('v1/quote-requests')
export class RequestQuoteController {
  constructor(
    private readonly handler: RequestQuoteHandler,
    private readonly tokens: AccessTokens,
  ) {}

  @Post()
  @HttpCode(202)
  @RouteConstraints({ entrance: 'public' })
  async request(
    @JsonBody() body: unknown,
    @CallingClient() client: Client,
    @Req() { traceparent }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteTask> {
    const accepted = await this.handler.handle(body, { clientId: client.id, traceparent });
    if (!accepted.ok) {
      const detail = 'The request has faults; each is named in errors.';
      throw new ProblemException(422, 'validation-failed', detail, { errors: accepted.error });
    }
    const task = quoteTaskOf(accepted.value);
    void reply.headers({ location: task.links.self, 'retry-after': '1' });
    return { ...task, accessToken: this.tokens.issue(task.id) };
  }
}
