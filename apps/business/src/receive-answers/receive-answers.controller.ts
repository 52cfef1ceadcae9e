import { type AnswerReceipts, MAX_ANSWERS_PER_POST, PARTNER_ANSWERS_PATH } from '@app/contracts';
import { ProblemException, SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { JsonBody } from '../json-body/json-body.js';
import { ReceiveAnswersHandler } from './receive-answers.handler.js';

const MEBIBYTE = 1_048_576;

function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body) && body.length > 0 && body.length <= MAX_ANSWERS_PER_POST) return body;
  const detail = `Send an array of 1 to ${MAX_ANSWERS_PER_POST} partner answers.`;
  throw new ProblemException(422, 'validation-failed', detail, { errors: [{ pointer: '', code: 'RANGE', detail }] });
}

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
    return { results: await this.handler.handle(itemsOf(body)) };
  }
}
