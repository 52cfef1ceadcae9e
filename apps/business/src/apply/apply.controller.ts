import type { ApplicationView } from '@app/contracts';
import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../access/access-tokens.js';
import { callingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { JsonBody } from '../json-body/json-body.js';
import { AcceptPriceHandler } from './accept-price.handler.js';
import { ApplyHandler } from './apply.handler.js';
import { problemOf } from './apply-refusals.js';
import type { PaidPost, PostResult } from './paid-posts.js';

const postOf = (body: unknown, request: FastifyRequest): PaidPost => ({
  body,
  client: callingClient(request),
  token: request.headers['x-access-token'],
  idempotencyKey: request.headers['idempotency-key'],
  traceparent: request.traceparent,
});

function answer(posted: PostResult, reply: FastifyReply): ApplicationView {
  if (!posted.ok) throw problemOf(posted.error);
  const { isReplayed, view } = posted.value;
  if (isReplayed) void reply.header('idempotency-replayed', 'true');
  void reply.header('location', view.links.self);
  return view;
}

/** What a customer pays for. An acceptance costs as much as a new application does, and counts like one. */
@Controller('v1/applications')
export class ApplyController {
  constructor(
    private readonly apply: ApplyHandler,
    private readonly acceptPrice: AcceptPriceHandler,
    private readonly tokens: AccessTokens,
  ) {}

  /** 202 with the application and its capability, made anew each time. */
  @Post()
  @HttpCode(202)
  @ClientRoute({ scope: 'quotes', usage: 'CREATION' })
  async create(
    @JsonBody() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    const view = answer(await this.apply.handle(postOf(body, request)), reply);
    return { ...view, accessToken: this.tokens.issue(view.id) };
  }

  /** 202 with the application as it goes on. */
  @Post(':id/acceptances')
  @HttpCode(202)
  @ClientRoute({ scope: 'quotes', usage: 'CREATION' })
  async accept(
    @Param('id') id: string,
    @JsonBody() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationView> {
    return answer(await this.acceptPrice.handle(id, postOf(body, request)), reply);
  }
}
