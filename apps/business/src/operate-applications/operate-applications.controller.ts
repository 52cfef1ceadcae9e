import type { OperatorApplicationView } from '@app/contracts';
import { notFound, ProblemException } from '@app/platform';
import type { ApiClient } from '@app/ports';
import type { Fault } from '@app/product-lines';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CallingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';
import type { Page } from '../lists/page.js';
import { ListApplicationsHandler } from './list-applications.handler.js';
import { operatorApplicationOf } from './operator-views.js';
import { type ResolutionConflict, ResolveApplicationHandler } from './resolve-application.handler.js';

const DETAILS: Readonly<Record<Exclude<ResolutionConflict, 'NO_POLICY_NUMBER'>, string>> = {
  NOT_AWAITING_ATTENTION: 'Only an application that NEEDS_ATTENTION can be resolved so.',
  MONEY_IS_GOING_BACK: 'Its payment is going back, or has gone back: it cannot be issued for it any more.',
  NO_REFUND_DUE: 'No refund is due.',
  OFFER_ALREADY_APPLIED: 'It had ended, and the customer has applied for its offer anew: resolve that one first.',
};

/** Not a fault of form: one whose number is known already can be marked without it. */
const NUMBER_REQUIRED: readonly Fault[] = [
  { pointer: '/policyNumber', code: 'REQUIRED', detail: 'say under which number it was issued' },
];

/** Applications for operators. */
@Controller('v1/ops/applications')
export class OperateApplicationsController {
  constructor(
    private readonly list: ListApplicationsHandler,
    private readonly resolve: ResolveApplicationHandler,
  ) {}

  @Get()
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  applications(@Query() query: unknown): Promise<Page<OperatorApplicationView>> {
    return this.list.handle(query);
  }

  /** 200 with the application as it is now. */
  @Post(':id/resolutions')
  @HttpCode(200)
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  async resolutions(
    @Param('id') id: string,
    @JsonBody() body: unknown,
    @CallingClient() client: ApiClient,
  ): Promise<OperatorApplicationView> {
    const resolved = await this.resolve.handle(id, body, client.id);
    if (resolved.ok) return operatorApplicationOf(resolved.value);
    if (resolved.error === 'UNKNOWN') throw notFound();
    if (resolved.error === 'NO_POLICY_NUMBER') throw validationFailed(NUMBER_REQUIRED);
    if (typeof resolved.error === 'string') throw new ProblemException(409, 'not-resolvable', DETAILS[resolved.error]);
    throw validationFailed(resolved.error);
  }
}
