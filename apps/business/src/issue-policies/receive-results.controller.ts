import { ISSUANCE_RESULTS_PATH, type IssuanceReceipts, MAX_RESULTS_PER_POST } from '@app/contracts';
import { ProblemException, SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { JsonBody } from '../json-body/json-body.js';
import { ReceiveResultsHandler } from './receive-results.handler.js';

const MEBIBYTE = 1_048_576;

function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body) && body.length > 0 && body.length <= MAX_RESULTS_PER_POST) return body;
  const detail = `Send an array of 1 to ${MAX_RESULTS_PER_POST} issuance results.`;
  throw new ProblemException(422, 'validation-failed', detail, { errors: [{ pointer: '', code: 'RANGE', detail }] });
}

/** The return address of issuance requests. */
@Controller()
@UseGuards(SignedCallGuard)
export class ReceiveResultsController {
  constructor(private readonly handler: ReceiveResultsHandler) {}

  @Post(ISSUANCE_RESULTS_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  @RouteConfig({ bodyLimit: MEBIBYTE })
  async receive(@JsonBody() body: unknown): Promise<IssuanceReceipts> {
    return { results: await this.handler.handle(itemsOf(body)) };
  }
}
