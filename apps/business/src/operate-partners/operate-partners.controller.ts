import type { PartnerView } from '@app/contracts';
import { notFound } from '@app/platform';
import type { ApiClient } from '@app/ports';
import { Controller, Get, Param, Put, Query } from '@nestjs/common';
import { CallingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';
import type { Page } from '../lists/page.js';
import { ListPartnersHandler } from './list-partners.handler.js';
import { SetPartnerStateHandler } from './set-partner-state.handler.js';

/** Partners for operators. A partner's id is no UUID, so the parameter is not named `id`. */
@Controller('v1/ops/partners')
export class OperatePartnersController {
  constructor(
    private readonly list: ListPartnersHandler,
    private readonly setState: SetPartnerStateHandler,
  ) {}

  @Get()
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  partners(@Query() query: unknown): Promise<Page<PartnerView>> {
    return this.list.handle(query);
  }

  /** 200 with the partner as the list has it. */
  @Put(':partner/state')
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  async set(
    @Param('partner') partner: string,
    @JsonBody() body: unknown,
    @CallingClient() client: ApiClient,
  ): Promise<PartnerView> {
    const set = await this.setState.handle(partner, body, client.id);
    if (set.ok) return this.list.one(partner);
    if (set.error === 'UNKNOWN_PARTNER') throw notFound();
    throw validationFailed(set.error);
  }
}
