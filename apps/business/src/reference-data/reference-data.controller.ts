import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenRoute } from '../access/routes.js';
import { entityTag, isNoneMatch } from '../watch/entity-tags.js';
import { countries, productLines, rtos, vehicles } from './reference-lists.js';

interface CacheableList {
  /** Its content's; the `ETag` is made of it. */
  readonly version: string;
  page(query: unknown): string;
}

/** Answers with a page that anybody may keep for an hour; 304 to who has it, 422 to a query with faults. */
function answer(list: CacheableList, { query, headers }: FastifyRequest, reply: FastifyReply): void {
  const page = list.page(query);
  void reply.headers({ 'cache-control': 'public, max-age=3600', etag: entityTag(list.version) });
  if (isNoneMatch(headers['if-none-match'], list.version)) void reply.status(304).send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(page);
}

/** What forms are made of. */
@Controller('v1')
export class ReferenceDataController {
  /** Every product line with the form of its risk and who sells it. */
  @Get('product-lines')
  @OpenRoute()
  productLines(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(productLines, request, reply);
  }

  /** The vehicle master. */
  @Get('reference/vehicles')
  @OpenRoute()
  vehicles(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(vehicles, request, reply);
  }

  /** The registering offices. */
  @Get('reference/rtos')
  @OpenRoute()
  rtos(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(rtos, request, reply);
  }

  /** The countries that a trip can begin and end in. */
  @Get('reference/countries')
  @OpenRoute()
  countries(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(countries, request, reply);
  }
}
