import { documentPath, MAX_DOCUMENT_BYTES } from '@app/contracts';
import { notFound, SignedCallGuard } from '@app/platform';
import { Controller, HttpCode, Param, Put, Req, UseGuards } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { KeepDocumentHandler } from './keep-document.handler.js';

/** Where the bytes of an announced document go. */
@Controller()
@UseGuards(SignedCallGuard)
export class KeepDocumentController {
  constructor(private readonly handler: KeepDocumentHandler) {}

  /** 204 when they are kept, now or before; 404 for a document that no result has announced. */
  @Put(documentPath(':id', ':documentId'))
  @HttpCode(204)
  @RouteConstraints({ entrance: 'internal' })
  @RouteConfig({ bodyLimit: MAX_DOCUMENT_BYTES })
  async keep(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    if ((await this.handler.handle({ id, documentId, bytes })) === 'UNKNOWN') throw notFound();
  }
}
