import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';
import { documentFault } from './document-faults.js';
import type { DocumentBytes } from './partner-policies.js';

/**
 * A partner's document out of an answer with this status, as its body or decoded from what is inside: a PDF, whatever it
 * was announced as and whatever type its headers give it (partners.md 0.7); else `PROTOCOL`.
 */
export function pdfBytes(bytes: Uint8Array, httpStatus: number): Result<DocumentBytes, CanonicalError> {
  const document = { contentType: 'application/pdf', bytes };
  const fault = documentFault(document);
  return fault === undefined ? ok(document) : refused(failure('PROTOCOL', fault, { httpStatus }));
}
