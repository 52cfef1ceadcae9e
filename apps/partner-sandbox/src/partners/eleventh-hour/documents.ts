import { onePagePdf } from '../../wire/pdf.js';
import { reply } from '../../wire/reply.js';
import type { EleventhHourBook } from './book.js';
import type { Refusals } from './errors.js';
import type { KeyedAnswer } from './gate.js';

const FILE = /^(ehd_\d+)\.pdf$/;

/** `GET /api/v3/documents/{file}`: not there before the policy is issued. */
export const readDocument =
  (book: EleventhHourBook, refusals: Refusals): KeyedAnswer =>
  ({ params }) => {
    const [, documentId = ''] = FILE.exec(params.file ?? '') ?? [];
    const policy = book.policyOfDocument(documentId);
    if (policy === undefined) return refusals.refuse('EH-4040');
    return reply(200, 'application/pdf', onePagePdf(`Eleventh Hour policy ${policy.policyNumber}`));
  };
