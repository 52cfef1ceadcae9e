import { type PartnerStates, REPLICA_REPORTS_PATH, type ReplicaReport, replicaReport } from '@app/contracts';
import { SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import { checkBody, validationFailed } from '../json-body/checked-body.js';
import { JsonBody, MEBIBYTE } from '../json-body/json-body.js';
import { ReceiveReportsHandler } from './receive-reports.handler.js';

function checked(body: unknown): ReplicaReport {
  const report = checkBody(replicaReport, body);
  if (report.ok) return report.value;
  throw validationFailed(report.error, 'This is not a report of a replica.');
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
