import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Reader, ResourceReader } from '../access/reader.js';
import { ClientRoute } from '../access/routes.js';
import { ConditionalQuotes } from './conditional-quotes.js';
import { quoteLinks } from './quote-links.js';
import { QuoteStreams } from './quote-streams.js';
import { quoteResultOf, quoteTaskOf } from './quote-views.js';

@Controller('v1/quote-requests/:id')
export class ReadQuotesController {
  constructor(
    private readonly conditional: ConditionalQuotes,
    private readonly streams: QuoteStreams,
  ) {}

  /** The task: 200 while it runs, then 303 to its result. */
  @Get()
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async task(
    @ResourceReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const current = await this.conditional.answer(reader, request, reply);
    if (current === null) return void reply.send();
    if (current.completedAt !== null) return void reply.redirect(quoteLinks(reader.id).quotes, 303);
    return void reply.header('retry-after', '1').send(quoteTaskOf(current));
  }

  /** The result so far, whether or not it is complete. */
  @Get('quotes')
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async quotes(
    @ResourceReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const current = await this.conditional.answer(reader, request, reply);
    void reply.send(current === null ? undefined : quoteResultOf(current));
  }

  /** Each change as it comes. */
  @Get('events')
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async events(
    @ResourceReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.open(reader, request, reply);
  }
}
