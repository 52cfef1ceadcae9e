import { faultsOf, WANTED_ATTEMPT_PATH, wantedAttemptQuestion } from '@app/contracts';
import { isAttemptWanted } from '@app/domain';
import { SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { ApplicationDesk } from '../applications/application-desk.js';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';

function questionOf(body: unknown) {
  const parsed = wantedAttemptQuestion.safeParse(body);
  if (parsed.success) return parsed.data;
  throw validationFailed(faultsOf(parsed.error, body), 'Name an application and an attempt.');
}

/** For our own services: before a partner is asked for a policy, they ask whether it is still to be. */
@Controller()
@UseGuards(SignedCallGuard)
export class WantedAttemptsController {
  constructor(private readonly desk: ApplicationDesk) {}

  @Post(WANTED_ATTEMPT_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  async wanted(@JsonBody() body: unknown): Promise<{ readonly isWanted: boolean }> {
    const { applicationId, attempt } = questionOf(body);
    const application = await this.desk.read(applicationId.toLowerCase());
    return { isWanted: application !== undefined && isAttemptWanted(application, attempt) };
  }
}
