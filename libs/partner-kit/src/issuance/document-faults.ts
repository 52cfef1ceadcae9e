import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import type { DocumentBytes } from './partner-policies.js';

const PDF = 'application/pdf';
const PDF_BEGINS = Buffer.from('%PDF-');
/** Bytes of this type would be taken for a failure of ours. */
const FAILURE_TYPE = 'application/json';
const MEDIA_TYPE = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/;

const isPdf = (bytes: Uint8Array): boolean => PDF_BEGINS.equals(bytes.subarray(0, PDF_BEGINS.length));

/** Why this is no document that may be handed on (partners.md 0.7); undefined when it is one. */
export function documentFault({ contentType, bytes }: DocumentBytes): string | undefined {
  if (!MEDIA_TYPE.test(contentType) || contentType === FAILURE_TYPE) return 'the document has no type of a document';
  if (bytes.length === 0) return 'the document is empty';
  if (bytes.length > MAX_DOCUMENT_BYTES) return 'the document is larger than allowed';
  return contentType !== PDF || isPdf(bytes) ? undefined : 'the document is no PDF, though it says so';
}
