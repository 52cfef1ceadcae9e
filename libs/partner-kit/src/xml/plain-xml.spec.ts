import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { anyNumber, atMostOne, one, plainXml } from './plain-xml.js';
import { elementsOf } from './xml-element.js';

const x = elementsOf('urn:x');
const other = elementsOf('urn:other');

const schema = z.object({
  Total: one(z.string()),
  Note: atMostOne(z.string()),
  Line: anyNumber(z.object({ Code: one(z.string()) })),
});

const read = (...children: ReturnType<typeof x>[]) => schema.safeParse(plainXml(x('Answer', children), 'urn:x'));
const line = (code: string) => x('Line', [x('Code', code)]);

describe('an XML element for a schema', () => {
  it('is read whatever the order of different siblings is', () => {
    const data = { Total: '1.00', Line: [{ Code: 'A' }, { Code: 'B' }] };
    expect(read(line('A'), x('Total', '1.00'), line('B'))).toMatchObject({ success: true, data });
    expect(read(x('Total', '1.00'), line('A'), line('B'))).toMatchObject({ success: true, data });
  });

  it('has no children of other namespaces', () => {
    expect(read(x('Total', '1.00'), other('Note', 'no'))).toMatchObject({ success: true, data: { Line: [] } });
    expect(read(other('Total', '1.00')).success).toBe(false);
  });

  it.each([
    ['a missing child', [line('A')]],
    ['a child that came twice', [x('Total', '1.00'), x('Total', '2.00')]],
    ['an optional child that came twice', [x('Total', '1.00'), x('Note', 'a'), x('Note', 'b')]],
    ['text in place of children', [x('Total', '1.00'), x('Line', 'A')]],
    ['children in place of text', [x('Total', [x('Amt', '1.00')])]],
  ])('does not hide %s', (_what, children) => {
    expect(read(...children).success).toBe(false);
  });

  it('is safe from names that mean something to JavaScript', () => {
    expect(read(x('Total', '1.00'), x('__proto__', 'a'), x('constructor', 'b')).success).toBe(true);
  });
});
