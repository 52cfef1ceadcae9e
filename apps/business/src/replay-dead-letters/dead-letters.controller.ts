import type { DeadLetterGroupView, ReplayReceipt } from '@app/contracts';
import { notFound } from '@app/platform';
import type { ApiClient } from '@app/ports';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CallingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { validationFailed } from '../json-body/checked-body.js';
import { JsonBody } from '../json-body/json-body.js';
import type { Page } from '../lists/page.js';
import { DiscardDeadLetterHandler } from './discard-dead-letter.handler.js';
import { ListDeadLettersHandler } from './list-dead-letters.handler.js';
import { ReplayDeadLettersHandler } from './replay-dead-letters.handler.js';

/** Dead letters for operators. */
@Controller('v1/ops/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly list: ListDeadLettersHandler,
    private readonly replays: ReplayDeadLettersHandler,
    private readonly discards: DiscardDeadLetterHandler,
  ) {}

  @Get()
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  groups(@Query() query: unknown): Promise<Page<DeadLetterGroupView>> {
    return this.list.handle(query);
  }

  /** 200 with what is, or would be, replayed. */
  @Post('replays')
  @HttpCode(200)
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  async replay(@JsonBody() body: unknown, @CallingClient() client: ApiClient): Promise<ReplayReceipt> {
    const ordered = await this.replays.handle(body, client.id);
    if (!ordered.ok) throw validationFailed(ordered.error);
    return ordered.value;
  }

  @Post(':id/discard')
  @HttpCode(204)
  @ClientRoute({ scope: 'ops', usage: 'READ' })
  async discard(@Param('id') id: string, @JsonBody() body: unknown, @CallingClient() client: ApiClient): Promise<void> {
    const discarded = await this.discards.handle(id, body, client.id);
    if (discarded.ok) return;
    throw discarded.error === 'UNKNOWN_LETTER' ? notFound() : validationFailed(discarded.error);
  }
}
