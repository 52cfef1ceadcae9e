import type { ServerResponse } from 'node:http';
import {
  ADAPTER_ISSUANCE_PATH,
  DEADLINE_HEADER,
  INQUIRE_FIRST_HEADER,
  type IssuanceReply,
  issuanceRequestedData,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { JsonBodyPipe, SignedCallGuard, traceIdOf } from '@app/platform';
import { Body, Controller, Headers, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { readCallBody } from '../adapter/call-body.js';
import { limitOfCall, readInquireFirst } from '../adapter/call-headers.js';
import { PARTNER_ID } from '../adapter/partner-id.js';
import { IssuanceHandler } from './issuance.handler.js';

/** Orders of the reactive service. The reply is always a 200, failures included; 4xx are mistakes of the caller. */
@Controller()
@UseGuards(SignedCallGuard)
export class IssuanceController {
  constructor(
    @Inject(PARTNER_ID) private readonly partnerId: string,
    private readonly handler: IssuanceHandler,
  ) {}

  @Post(ADAPTER_ISSUANCE_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  issue(
    @Body(JsonBodyPipe) body: unknown,
    @Headers(DEADLINE_HEADER) deadline: unknown,
    @Headers(TIMEOUT_HEADER) timeout: unknown,
    @Headers(INQUIRE_FIRST_HEADER) inquireFirst: unknown,
    @Req() request: { readonly traceparent: string },
    @Res({ passthrough: true }) response: { readonly raw: ServerResponse },
  ): Promise<IssuanceReply> {
    return this.handler.handle({
      data: readCallBody(issuanceRequestedData, body, this.partnerId, 'an order of a policy'),
      ...limitOfCall(deadline, timeout, response.raw),
      inquireFirst: readInquireFirst(inquireFirst),
      traceId: traceIdOf(request.traceparent),
    });
  }
}
