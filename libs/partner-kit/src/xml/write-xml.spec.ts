import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from './parse-xml.js';
import { writeXml } from './write-xml.js';
import { elementsOf } from './xml-element.js';

const x = elementsOf('urn:x');
const y = elementsOf('urn:y');

describe('writing XML', () => {
  it('declares a namespace where it begins, with its prefix if it has one', () => {
    const document = y('Envelope', [x('Body', [x('Amt', '1.00', { id: 'A1' }), undefined])]);
    expect(writeXml(document, { 'urn:y': 'soap' })).toBe(
      '<soap:Envelope xmlns:soap="urn:y"><Body xmlns="urn:x"><Amt id="A1">1.00</Amt></Body></soap:Envelope>',
    );
  });

  it('writes nothing that could be read as something else', () => {
    const text = fc.stringMatching(/^[\p{L}\d<>&'"\]/=-]*$/u);
    fc.assert(
      fc.property(text, text, (content, id) => {
        const element = x('Body', [x('Text', content, { id })]);
        expect(parseXml(writeXml(element))).toEqual({ ok: true, value: element });
      }),
    );
  });
});
