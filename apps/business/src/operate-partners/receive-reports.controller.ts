import { faultsOf, type PartnerStates, REPLICA_REPORTS_PATH, replicaReport } from '@app/contracts';
import { ProblemException, SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { JsonBody } from '../json-body/json-body.js';
import { textFaults } from '../json-body/unstorable-text.js';
import { ReceiveReportsHandler } from './receive-reports.handler.js';

const MEBIBYTE = 1_048_576;

function checked(body: unknown) {
  const parsed = replicaReport.safeParse(body);
  const errors = [...(parsed.success ? [] : faultsOf(parsed.error, body)), ...textFaults(body)];
  if (parsed.success && errors.length === 0) return parsed.data;
  throw new ProblemException(422, 'validation-failed', 'This is not a report of a replica.', { errors });
}

/** Where replicas that call partners tell how they are. */
@Controller()
@UseGuards(SignedCallGuard)
export class ReceiveReportsController {
  constructor(private readonly handler: ReceiveReportsHandler) {}

  @Post(REPLICA_REPORTS_PATH)
  @HttpCode(200)
  @RouteConstraints({ entrance: 'internal' })
  @RouteConfig({ bodyLimit: MEBIBYTE })
  receive(@JsonBody() body: unknown): Promise<PartnerStates> {
    return this.handler.handle(checked(body));
  }
}
