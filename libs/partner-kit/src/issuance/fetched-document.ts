import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';
import type { PartnerResponse } from '../http/partner-response.js';
import { documentFault } from './document-faults.js';
import type { DocumentBytes } from './partner-policies.js';

const PDF = 'application/pdf';

/**
 * The PDF that a successful answer is, whatever type its headers give it; else `PROTOCOL`. Ask with
 * `maxResponseBytes: MAX_DOCUMENT_BYTES`: an answer is at most 1 MiB otherwise.
 */
export function fetchedDocument({ status, body }: PartnerResponse): Result<DocumentBytes, CanonicalError> {
  const document = { contentType: PDF, bytes: body };
  const fault = documentFault(document);
  return fault === undefined ? ok(document) : refused(failure('PROTOCOL', fault, { httpStatus: status }));
}
