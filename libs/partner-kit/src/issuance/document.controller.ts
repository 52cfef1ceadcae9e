import type { ServerResponse } from 'node:http';
import {
  ADAPTER_DOCUMENT_PATH,
  DEADLINE_HEADER,
  documentCall,
  type documentFailure,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { bufferOf, JsonBodyPipe, SignedCallGuard, traceIdOf } from '@app/platform';
import { Body, Controller, Headers, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { readCallBody } from '../adapter/call-body.js';
import { limitOfCall } from '../adapter/call-headers.js';
import { PARTNER_ID } from '../adapter/partner-id.js';
import { DocumentHandler } from './document.handler.js';

type DocumentFailure = z.infer<typeof documentFailure>;

/** Answers with the bytes under their own type, or with `documentFailure` as JSON; a 200 either way. */
@Controller()
@UseGuards(SignedCallGuard)
export class DocumentController {
  constructor(
    @Inject(PARTNER_ID) private readonly partnerId: string,
    private readonly handler: DocumentHandler,
  ) {}

  @Post(ADAPTER_DOCUMENT_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  async fetch(
    @Body(JsonBodyPipe) body: unknown,
    @Headers(DEADLINE_HEADER) deadline: unknown,
    @Headers(TIMEOUT_HEADER) timeout: unknown,
    @Req() request: { readonly traceparent: string },
    @Res({ passthrough: true })
    response: { readonly raw: ServerResponse; header(name: string, value: string): unknown },
  ): Promise<Buffer | DocumentFailure> {
    const fetched = await this.handler.handle({
      data: readCallBody(documentCall, body, this.partnerId, 'a call for a document'),
      ...limitOfCall(deadline, timeout, response.raw),
      traceId: traceIdOf(request.traceparent),
    });
    if (!fetched.ok) return { outcome: 'FAILED', error: fetched.error };
    const { bytes, contentType } = fetched.value;
    response.header('content-type', contentType);
    return bufferOf(bytes);
  }
}
