import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { pdfBytes } from './pdf-bytes.js';

describe('the bytes of a document', () => {
  it('are a PDF, however they came', () => {
    const bytes = Buffer.from('JVBERi0xLjQK', 'base64');
    expect(pdfBytes(bytes, 200)).toEqual({ ok: true, value: { contentType: 'application/pdf', bytes } });
  });

  it.each([
    ['HTML', Buffer.from('<html></html>')],
    ['nothing', Buffer.alloc(0)],
    ['too much', Buffer.alloc(MAX_DOCUMENT_BYTES + 1, '%PDF-')],
  ])('are none when they are %s', (_what, bytes) => {
    expect(pdfBytes(bytes, 200)).toMatchObject({ ok: false, error: { category: 'PROTOCOL', httpStatus: 200 } });
  });
});
