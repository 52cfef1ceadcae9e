import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bindingOf, readCursor, writeCursor } from './cursors.js';

const encoded = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('a cursor', () => {
  it('says what was written into it, whatever the position is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary', maxLength: 100 }), (binding, position) => {
        const cursor = writeCursor({ binding, position });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(readCursor(cursor)).toEqual({ binding, position });
      }),
    );
  });

  it.each([
    ['no text at all', ''],
    ['no base64url', '%%%'],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['another structure', encoded({ binding: 'a', position: 'b' })],
    ['another number of parts', encoded(['a', 'b', 'c'])],
    ['parts that are no texts', encoded(['a', 7])],
    ['a second way to write it', `${writeCursor({ binding: 'a', position: 'b' })}=`],
    ['blanks inside', Buffer.from('["a", "b"]').toString('base64url')],
    ['more than anybody needs', writeCursor({ binding: 'a', position: 'b'.repeat(2_000) })],
  ])('is bad with %s', (_, text) => {
    expect(readCursor(text)).toBeUndefined();
  });

  it('never falls over, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cursor = readCursor(text);
        expect(cursor === undefined || writeCursor(cursor) === text).toBe(true);
      }),
    );
  });

  it('is tied to its list and to the filters', () => {
    const bindings = [
      bindingOf('/v1/vehicles', {}),
      bindingOf('/v1/rtos', {}),
      bindingOf('/v1/vehicles', { q: ['a'] }),
      bindingOf('/v1/vehicles', { q: ['a', 'b'] }),
      bindingOf('/v1/vehicles', { class: '4W' }),
    ];
    expect(new Set(bindings).size).toBe(bindings.length);
    expect(bindingOf('/v1/vehicles', {})).toBe(bindings[0]);
  });
});
