import { issuanceRequested } from '@app/contracts';
import type { MessageOutcome } from '@app/ports';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Delivery } from './issuance-order.js';
import { IssuePolicyHandler } from './issue-policy.handler.js';

/** The entrance for events from a partner's issuance queue. */
@Controller()
export class IssuePolicyController {
  constructor(private readonly handler: IssuePolicyHandler) {}

  @EventPattern<string>(issuanceRequested.type)
  requested(@Payload() event: unknown, @Ctx() delivery: Delivery): Promise<MessageOutcome> {
    return this.handler.handle(event, delivery);
  }
}
