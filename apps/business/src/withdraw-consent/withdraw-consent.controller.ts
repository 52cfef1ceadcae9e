import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callingClient } from '../access/admission.js';
import { ClientRoute } from '../access/routes.js';
import { WithdrawConsentHandler } from './withdraw-consent.handler.js';

type WithdrawalRequest = FastifyRequest<{ Params: { id: string } }>;

@Controller('v1/quote-requests/:id/consent-withdrawals')
export class WithdrawConsentController {
  constructor(private readonly handler: WithdrawConsentHandler) {}

  /**
   * Takes no body, and reads none: whatever comes with it, a withdrawal is not refused for its form. It counts as a
   * read, so that no limit on creations stands in its way.
   */
  @Post()
  @HttpCode(204)
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async withdraw(@Req() request: WithdrawalRequest): Promise<void> {
    const token = request.headers['x-access-token'];
    await this.handler.handle({ id: request.params.id, client: callingClient(request), token });
  }
}
