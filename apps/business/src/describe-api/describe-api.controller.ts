import { notFound } from '@app/platform';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenRoute } from '../access/routes.js';
import { entityTag, isNoneMatch } from '../watch/entity-tags.js';
import { DESCRIBED_FILES } from './described-files.js';
import { DOCS_POLICY } from './docs-page.js';

/** What the API says of itself: to programs, and to people. */
@Controller()
export class DescribeApiController {
  /** The same to everybody, and kept for an hour at most: a new version of the service may say something else. */
  @Get(Object.keys(DESCRIBED_FILES))
  @OpenRoute()
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const file = DESCRIBED_FILES[request.routeOptions.url ?? ''];
    if (file === undefined) throw notFound();
    void reply.headers({
      'cache-control': 'public, max-age=3600',
      etag: entityTag(file.version),
      'content-security-policy': DOCS_POLICY,
    });
    if (isNoneMatch(request.headers['if-none-match'], file.version)) void reply.status(304).send();
    else void reply.header('content-type', file.contentType).send(file.content);
  }
}
