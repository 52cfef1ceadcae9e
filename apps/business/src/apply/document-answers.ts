import type { ApplicationDocument } from '@app/domain';
import { entityTag } from '../watch/entity-tags.js';

/** Endings of file names; a partner's document may be of any type. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/html': 'html',
  'text/plain': 'txt',
};

/** `policy-schedule.pdf` */
const fileName = ({ type, contentType }: ApplicationDocument): string =>
  `${type.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.${EXTENSIONS[contentType] ?? 'bin'}`;

/** A kept document never changes: its checksum, in hexadecimal, is its version. Nothing of a partner's runs in a page. */
export const documentHeaders = (document: ApplicationDocument, sha256: string): Record<string, string> => ({
  'content-type': document.contentType,
  'content-disposition': `attachment; filename="${fileName(document)}"`,
  etag: entityTag(sha256),
  'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  'x-content-type-options': 'nosniff',
});
