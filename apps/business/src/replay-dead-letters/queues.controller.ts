import type { QueueView } from '@app/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute } from '../access/routes.js';
import type { Page } from '../lists/page.js';
import { ListQueuesHandler } from './list-queues.handler.js';

@Controller('v1/ops/queues')
export class QueuesController {
  constructor(private readonly handler: ListQueuesHandler) {}

  @Get()
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  queues(@Query() query: unknown): Promise<Page<QueueView>> {
    return this.handler.handle(query);
  }
}
