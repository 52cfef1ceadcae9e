import type { ServerResponse } from 'node:http';
import {
  ADAPTER_QUOTE_PATH,
  DEADLINE_HEADER,
  type PartnerReply,
  quoteRequestedData,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { JsonBodyPipe, SignedCallGuard, traceIdOf } from '@app/platform';
import { Body, Controller, Headers, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { readCallBody } from './call-body.js';
import { limitOfCall } from './call-headers.js';
import { PARTNER_ID } from './partner-id.js';
import { QuoteHandler } from './quote.handler.js';

/** Quote calls of the reactive service. The reply is always a 200, failures included; 4xx are mistakes of the caller. */
@Controller()
@UseGuards(SignedCallGuard)
export class QuoteController {
  constructor(
    @Inject(PARTNER_ID) private readonly partnerId: string,
    private readonly handler: QuoteHandler,
  ) {}

  @Post(ADAPTER_QUOTE_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  quote(
    @Body(JsonBodyPipe) body: unknown,
    @Headers(DEADLINE_HEADER) deadline: unknown,
    @Headers(TIMEOUT_HEADER) timeout: unknown,
    @Req() request: { readonly traceparent: string },
    @Res({ passthrough: true }) response: { readonly raw: ServerResponse },
  ): Promise<PartnerReply> {
    const data = readCallBody(quoteRequestedData, body, this.partnerId, 'a quote call');
    const limit = limitOfCall(deadline, timeout, response.raw);
    return this.handler.handle({
      data,
      ...limit,
      // Without one of the caller, the request's own.
      deadline: limit.deadline ?? new Date(data.answerDeadline),
      traceId: traceIdOf(request.traceparent),
    });
  }
}
