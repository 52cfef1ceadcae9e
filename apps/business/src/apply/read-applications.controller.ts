import { bufferOf } from '@app/platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Reader, ResourceReader } from '../access/reader.js';
import { ClientRoute } from '../access/routes.js';
import { isNoneMatch } from '../watch/entity-tags.js';
import { applicationViewOf } from './application-views.js';
import { ConditionalApplications } from './conditional-applications.js';
import { documentHeaders } from './document-answers.js';
import { ReadDocumentHandler } from './read-document.handler.js';

@Controller('v1/applications/:id')
export class ReadApplicationsController {
  constructor(
    private readonly conditional: ConditionalApplications,
    private readonly documents: ReadDocumentHandler,
  ) {}

  /** The application as it stands. */
  @Get()
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async application(
    @ResourceReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const current = await this.conditional.answer(reader, request, reply);
    void reply.send(current === null ? undefined : applicationViewOf(current));
  }

  /** The bytes of a document, as the partner made them. */
  @Get('documents/:documentId')
  @ClientRoute({ scope: 'quotes', usage: 'READ' })
  async document(
    @ResourceReader() reader: Reader,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { document, sha256, bytes } = await this.documents.find(reader, documentId);
    const { etag, 'repr-digest': digest, ...rest } = documentHeaders(document, sha256);
    void reply.headers({ etag, 'repr-digest': digest });
    if (isNoneMatch(request.headers['if-none-match'], sha256)) return void reply.status(304).send();
    return void reply.headers(rest).send(bufferOf(await bytes()));
  }
}
