import { describe, expect, it } from '@jest/globals';
import { attributeOf, childOf, parseXml } from './xml.js';

const parse = (document: string) => parseXml(Buffer.from(document));

describe("B's reading of XML", () => {
  it('resolves prefixes, of attributes too, and keeps nothing of them', () => {
    const root = parse('<a:r xmlns:a="urn:a" xmlns="urn:d" a:k="1" k="2"><c/><a:c>x</a:c></a:r>');
    expect(root).toMatchObject({ namespace: 'urn:a', name: 'r' });
    expect(attributeOf(root, 'urn:a', 'k')).toBe('1');
    expect(attributeOf(root, '', 'k')).toBe('2');
    expect(childOf(root, 'urn:a', 'c')?.text).toBe('x');
    expect(childOf(root, 'urn:d', 'c')?.text).toBe('');
    expect(childOf(root, '', 'c')).toBeUndefined();
  });

  it('puts text together from its parts and trims it', () => {
    expect(parse('<r>\n a&amp;b<!-- -->c<![CDATA[<d>]]> &#x65; </r>')?.text).toBe('a&bc<d> e');
  });

  it('takes a declaration and a byte order mark', () => {
    expect(parse('\ufeff<?xml version="1.0" encoding="UTF-8"?><r/>')?.name).toBe('r');
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['an element that is not closed', '<r><c></r>'],
    ['two roots', '<r/><r/>'],
    ['a prefix that is not bound', '<a:r/>'],
    ['an attribute twice', '<r k="1" k="2"/>'],
    ['an entity beyond the five', '<r>&nbsp;</r>'],
    ['a document type declaration', '<!DOCTYPE r><r/>'],
    ['an entity of its own', '<!DOCTYPE r [<!ENTITY lol "lol">]><r>&lol;</r>'],
    ['more than 32 levels', `${'<r>'.repeat(33)}${'</r>'.repeat(33)}`],
    ['more than 256 KiB', `<r>${'x'.repeat(262_144)}</r>`],
  ])('refuses %s', (_what, document) => {
    expect(parse(document)).toBeUndefined();
  });

  it('takes 32 levels', () => {
    expect(parse(`${'<r>'.repeat(32)}${'</r>'.repeat(32)}`)).toBeDefined();
  });

  it('refuses what is not UTF-8', () => {
    expect(parseXml(Buffer.from('<r>é</r>', 'latin1'))).toBeUndefined();
  });
});
