import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openApiDocument } from '@app/contracts';
import { DOCS_PAGE, START_SCRIPT } from './docs-page.js';

/** Something that is the same for everybody as long as the process lives. */
interface DescribedFile {
  readonly contentType: string;
  readonly content: Buffer;
  /** Of its content: the `ETag` is made of it. */
  readonly version: string;
}

function file(contentType: string, content: string | Buffer): DescribedFile {
  const bytes = Buffer.from(content);
  return { contentType, content: bytes, version: createHash('sha256').update(bytes).digest('base64url') };
}

const installed = (url: string): Buffer => readFileSync(new URL(url));

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** What describes the API, by path: the document, its page, and the files of the page, all of them our own to serve. */
export const DESCRIBED_FILES: Readonly<Record<string, DescribedFile>> = {
  '/openapi.json': file('application/json; charset=utf-8', JSON.stringify(openApiDocument())),
  '/docs': file('text/html; charset=utf-8', DOCS_PAGE),
  '/docs/start.js': file(JAVASCRIPT, START_SCRIPT),
  '/docs/swagger-ui.css': file(
    'text/css; charset=utf-8',
    installed(import.meta.resolve('swagger-ui-dist/swagger-ui.css')),
  ),
  '/docs/swagger-ui-bundle.js': file(
    JAVASCRIPT,
    installed(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')),
  ),
  '/docs/favicon-32x32.png': file('image/png', installed(import.meta.resolve('swagger-ui-dist/favicon-32x32.png'))),
};
