import type { CanonicalRequest, PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { Logger, Sealer } from '@app/platform';
import type { Clock } from '@app/ports';
import { failure } from '../errors/canonical-failure.js';
import { isForOperators } from '../errors/for-operators.js';
import { timedOut } from '../http/transport-failure.js';
import { isWorthAsking } from '../limits/call-time.js';
import { declined, failed, unsupported } from '../replies/quote-replies.js';
import { openRequest } from './open-request.js';
import type { ProductLineId, QuoteLine, QuoteLines } from './quote-line.js';
import { replyFaults } from './reply-faults.js';
import { type CallLimit, timeOfCall } from './time-of-call.js';

export interface QuoteHandlerParts {
  readonly partnerName: string;
  readonly lines: QuoteLines;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface QuoteCall extends CallLimit {
  readonly data: QuoteRequestedData;
  readonly traceId: string;
}

const levelOf = (reply: PartnerReply): 'error' | 'info' =>
  reply.outcome === 'FAILED' && isForOperators(reply.error) ? 'error' : 'info';

const outcomeOf = (reply: PartnerReply) =>
  reply.outcome === 'FAILED'
    ? {
        status: 'FAILED',
        category: reply.error.category,
        code: reply.error.partnerCode,
        why: reply.error.messageForOps,
      }
    : { status: reply.status, offers: reply.offers.length, declines: reply.declines.map(({ code }) => code) };

/** One quote call, whatever the partner: opens the request, asks the line, lets only sound replies out. */
export class QuoteHandler {
  constructor(private readonly parts: QuoteHandlerParts) {}

  async handle(call: QuoteCall): Promise<PartnerReply> {
    const { clock, logger } = this.parts;
    const { requestId, partner, productLine } = call.data;
    const startedAt = clock.now().getTime();
    const reply = this.checked(await this.reply(call), call.data);
    const tookMs = clock.now().getTime() - startedAt;
    const facts = { requestId, partner, productLine, trace: call.traceId, tookMs, ...outcomeOf(reply) };
    logger[levelOf(reply)](facts, 'quote call');
    return reply;
  }

  private async reply(call: QuoteCall): Promise<PartnerReply> {
    const { sealer, logger } = this.parts;
    const opened = await openRequest(call.data, sealer);
    if (opened.ok) return this.ask(opened.value, call);
    logger.error({ requestId: call.data.requestId, why: opened.error }, 'a request could not be opened');
    return failed(failure('VALIDATION', opened.error));
  }

  private async ask(request: CanonicalRequest, call: QuoteCall): Promise<PartnerReply> {
    const { lines, partnerName, clock } = this.parts;
    // The line of this very request, which the compiler cannot follow.
    const line = lines[request.productLine] as QuoteLine<ProductLineId> | undefined;
    if (line === undefined) return declined(unsupported(`${partnerName} does not sell ${request.productLine}`));
    const time = timeOfCall(call, clock);
    try {
      return isWorthAsking(time.signal) ? await line(request, time.signal) : failed(timedOut());
    } finally {
      time.end();
    }
  }

  /** An offer whose sums do not hold is a failure of the partner's, never shown. */
  private checked(reply: PartnerReply, data: QuoteRequestedData): PartnerReply {
    const faults = replyFaults(reply, data);
    if (faults.length === 0) return reply;
    this.parts.logger.error(
      { requestId: data.requestId, partner: data.partner, faults },
      'unsound answer of a partner',
    );
    return failed(failure('PROTOCOL', `the answer does not hold: ${faults.join('; ')}`));
  }
}
