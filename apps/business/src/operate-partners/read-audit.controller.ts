import type { AuditEntry } from '@app/ports';
import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute } from '../access/routes.js';
import type { Page } from '../lists/page.js';
import { ReadAuditHandler } from './read-audit.handler.js';

@Controller('v1/ops/audit')
export class ReadAuditController {
  constructor(private readonly handler: ReadAuditHandler) {}

  /** Who changed what, the newest first. */
  @Get()
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  audit(@Query() query: unknown): Promise<Page<AuditEntry>> {
    return this.handler.handle(query);
  }
}
