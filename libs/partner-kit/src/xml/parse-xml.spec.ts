import { describe, expect, it } from '@jest/globals';
import { parseXml } from './parse-xml.js';

const leaf = (namespace: string, name: string, content: string) => ({ namespace, name, attributes: [], content });
const deep = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;

describe('reading XML', () => {
  it.each([
    ['the default namespace', '<Body xmlns="urn:x"><Amt>1.00</Amt></Body>'],
    ['a prefix', '<p:Body xmlns:p="urn:x"><p:Amt>1.00</p:Amt></p:Body>'],
    ['several prefixes', '<p:Body xmlns:p="urn:x" xmlns:q="urn:x">\n  <q:Amt> 1.00 </q:Amt>\n</p:Body>'],
    ['CDATA', '<Body xmlns="urn:x"><Amt><![CDATA[1.00]]></Amt><!-- paid --></Body>'],
    ['a declaration', '<?xml version="1.0" encoding="UTF-8"?><Body xmlns="urn:x"><Amt>1.00</Amt></Body>'],
  ])('sees names and namespaces, whatever is written with %s', (_how, text) => {
    const content = [leaf('urn:x', 'Amt', '1.00')];
    expect(parseXml(text)).toEqual({ ok: true, value: { ...leaf('urn:x', 'Body', ''), content } });
  });

  it('keeps attributes, but no declarations of namespaces', () => {
    const attributes = [
      { namespace: '', name: 'id', value: 'V1' },
      { namespace: 'urn:y', name: 'must', value: '<1>' },
    ];
    const text = '<a xmlns="urn:x" xmlns:y="urn:y" id="V1" y:must="&lt;1&gt;"/>';
    expect(parseXml(text)).toEqual({ ok: true, value: { ...leaf('urn:x', 'a', ''), attributes } });
  });

  it.each(['', '  ', '<a', '<a><b>1', '<a><b>1</b>', '<?xml version="1.0"'])('says that %p is cut short', (text) => {
    expect(parseXml(text)).toEqual({ ok: false, error: 'CUT_SHORT' });
  });

  it.each([
    ['text', 'down for maintenance'],
    ['tags that cross', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['a prefix that nobody declared', '<p:a/>'],
    ['an entity that nobody declared', '<a>&size;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY size "large">]><a>&size;</a>'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['elements too deep', deep(65)],
    ['too many elements', `<a>${'<b/>'.repeat(20_000)}</a>`],
  ])('refuses %s', (_what, text) => {
    expect(parseXml(text)).toEqual({ ok: false, error: 'MALFORMED' });
  });

  it('takes what is just deep enough', () => {
    expect(parseXml(deep(64)).ok).toBe(true);
  });
});
