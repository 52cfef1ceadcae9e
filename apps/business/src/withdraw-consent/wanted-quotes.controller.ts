import { faultsOf, WANTED_PATH, type WantedAnswer, wantedQuestion } from '@app/contracts';
import { SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';
import { WantedQuotesHandler } from './wanted-quotes.handler.js';

function requestIdsOf(body: unknown): readonly string[] {
  const parsed = wantedQuestion.safeParse(body);
  if (parsed.success) return parsed.data.requestIds;
  throw validationFailed(faultsOf(parsed.error, body), 'Name 1 to 50 quote requests.');
}

/** For our own services: before a call that had to wait, they ask whether it is still wanted. */
@Controller()
@UseGuards(SignedCallGuard)
export class WantedQuotesController {
  constructor(private readonly handler: WantedQuotesHandler) {}

  @Post(WANTED_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  async wanted(@JsonBody() body: unknown): Promise<WantedAnswer> {
    return { unwanted: await this.handler.unwanted(requestIdsOf(body)) };
  }
}
