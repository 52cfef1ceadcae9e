import type { Application, ApplicationDocument } from '@app/domain';
import { notFound } from '@app/platform';
import type { ApplicationStore } from '@app/ports';
import type { OwnReads } from '../access/own-reads.js';
import type { Reader } from '../access/reader.js';
import { policyOf } from './application-views.js';

export interface KeptDocument {
  readonly document: ApplicationDocument;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Reads them. Throws 404 when they are not there. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Documents of policies, for those who may see the application. */
export class ReadDocumentHandler {
  constructor(
    private readonly readers: OwnReads<Application>,
    private readonly store: Pick<ApplicationStore, 'document'>,
  ) {}

  /** Throws 404 for an application that is not the reader's, and for a document that is not kept (yet). */
  async find(reader: Reader, documentId: string): Promise<KeptDocument> {
    const application = await this.readers.read(reader);
    const document = policyOf(application).documents.find((one) => one.id === documentId);
    if (document === undefined || document.sha256 === null) throw notFound();
    return { document, sha256: document.sha256, bytes: () => this.bytesOf(application.id, documentId) };
  }

  private async bytesOf(applicationId: string, documentId: string): Promise<Uint8Array> {
    const bytes = await this.store.document(applicationId, documentId);
    if (bytes === undefined) throw notFound();
    return bytes;
  }
}
