import type { ServerResponse } from 'node:http';
import {
  ADAPTER_QUOTE_PATH,
  DEADLINE_HEADER,
  faultsOf,
  type PartnerReply,
  quoteRequestedData,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { JsonBodyPipe, ProblemException, SignedCallGuard, traceIdOf } from '@app/platform';
import { Body, Controller, Headers, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { QuoteHandler } from './quote.handler.js';

/** The partner that this process serves. */
export const PARTNER_ID = Symbol('partner id');

const deadlineHeader = z.iso.datetime({ offset: true }).optional();
const timeoutHeader = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number)
  .optional();

type Faults = ReturnType<typeof faultsOf>;

const refuse = (errors: Faults): never => {
  throw new ProblemException(422, 'validation-failed', 'This is not a quote call for this adapter.', { errors });
};

function readData(body: unknown, partnerId: string) {
  const data = quoteRequestedData.safeParse(body);
  if (!data.success) return refuse(faultsOf(data.error, body));
  if (data.data.partner === partnerId) return data.data;
  return refuse([{ pointer: '/partner', code: 'ENUM', detail: `this is the adapter of ${partnerId}` }]);
}

/** The caller's deadline for this call; without one, the request's own. */
function readDeadline(header: unknown, answerDeadline: string): Date {
  const parsed = deadlineHeader.safeParse(header);
  if (parsed.success) return new Date(parsed.data ?? answerDeadline);
  throw new ProblemException(422, 'validation-failed', `${DEADLINE_HEADER} is not an RFC 3339 instant.`);
}

/** The partner's timeout for this call; without one, the deadline alone ends it. */
function readTimeoutMs(header: unknown): number | undefined {
  const parsed = timeoutHeader.safeParse(header);
  if (parsed.success) return parsed.data;
  throw new ProblemException(422, 'validation-failed', `${TIMEOUT_HEADER} is not a number of milliseconds.`);
}

/** Aborts when the connection goes before the reply was written. */
function callerSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}

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
    const data = readData(body, this.partnerId);
    return this.handler.handle({
      data,
      deadline: readDeadline(deadline, data.answerDeadline),
      timeoutMs: readTimeoutMs(timeout),
      caller: callerSignal(response.raw),
      traceId: traceIdOf(request.traceparent),
    });
  }
}
