import { createHash } from 'node:crypto';
import { documentKept, ok } from '@app/domain';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { validationFailed } from '../json-body/checked-body.js';

interface PutDocument {
  readonly id: string;
  readonly documentId: string;
  readonly bytes: Uint8Array;
}

const EMPTY = validationFailed(
  [{ pointer: '', code: 'REQUIRED', detail: 'send its bytes' }],
  'A document has at least one byte.',
);

/** Keeps the bytes of a policy's document, once: what was kept is never replaced. */
export class KeepDocumentHandler {
  constructor(private readonly desk: Pick<ApplicationDesk, 'change'>) {}

  async handle({ id, documentId, bytes }: PutDocument): Promise<'KEPT' | 'UNKNOWN'> {
    if (bytes.length === 0) throw EMPTY;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let isAnnounced = false;
    const document = { id: documentId, bytes };
    const changed = await this.desk.change(
      id,
      (application) => {
        isAnnounced = application.documents.some((announced) => announced.id === documentId);
        return ok(documentKept(application, documentId, sha256));
      },
      { document },
    );
    return changed?.ok === true && isAnnounced ? 'KEPT' : 'UNKNOWN';
  }
}
