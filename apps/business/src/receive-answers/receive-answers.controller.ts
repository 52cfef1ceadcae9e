import { type AnswerReceipts, MAX_ANSWERS_PER_POST, PARTNER_ANSWERS_PATH } from '@app/contracts';
import { SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { JsonBody, MEBIBYTE } from '../json-body/json-body.js';
import { itemsOf } from '../json-body/posted-items.js';
import { ReceiveAnswersHandler } from './receive-answers.handler.js';

/** The return address of quote requests: the callback API. */
@Controller()
@UseGuards(SignedCallGuard)
export class ReceiveAnswersController {
  constructor(private readonly handler: ReceiveAnswersHandler) {}

  @Post(PARTNER_ANSWERS_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  @RouteConfig({ bodyLimit: MEBIBYTE })
  async receive(@JsonBody() body: unknown): Promise<AnswerReceipts> {
    return { results: await this.handler.handle(itemsOf(body, MAX_ANSWERS_PER_POST, 'partner answers')) };
  }
}
