import { ISSUANCE_RESULTS_PATH, type IssuanceReceipts, MAX_RESULTS_PER_POST } from '@app/contracts';
import { SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { JsonBody, MEBIBYTE } from '../json-body/json-body.js';
import { itemsOf } from '../json-body/posted-items.js';
import { ReceiveResultsHandler } from './receive-results.handler.js';

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
    return { results: await this.handler.handle(itemsOf(body, MAX_RESULTS_PER_POST, 'issuance results')) };
  }
}
