import { ProblemException } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { parseStrictJson } from './strict-json.js';

const parse = (text: string) => parseStrictJson(Buffer.from(text));

function codeOf(text: string | Uint8Array): string {
  try {
    parseStrictJson(typeof text === 'string' ? Buffer.from(text) : text);
  } catch (error) {
    if (error instanceof ProblemException) return `${error.status} ${error.code}`;
  }
  return 'taken';
}

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('strict JSON', () => {
  it.each([
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}'],
    ['{"a":"{\\"a\\":1,\\"a\\":2}","b":"a,b:c"}'],
    ['[{"k":"x"},"x","x",{"x":"k","k":"x"}]'],
    ['"text"'],
    ['-1.5e3'],
    [' { "a" : [ 1 , 2 ] , "b" : { } } '],
    ['{"":1,"\\"":2,"\\\\":3}'],
    ['{"constructor":1,"toString":2}'],
  ])('reads %s as everybody does', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each([[''], ['{'], ['{"a":1,}'], ["{'a':1}"], ['{"a":1} x'], ['undefined'], ['NaN'], ['[1] // two']])(
    'refuses %p as malformed',
    (text) => {
      expect(codeOf(text)).toBe('400 malformed-json');
    },
  );

  it('refuses bytes that are no UTF-8', () => {
    expect(codeOf(new Uint8Array([0x22, 0xff, 0x22]))).toBe('400 malformed-json');
  });

  it('takes 20 levels and no more', () => {
    expect(codeOf(nested(20))).toBe('taken');
    expect(codeOf(nested(21))).toBe('400 too-deep');
    expect(codeOf(`{"a":${nested(20)}}`)).toBe('400 too-deep');
    expect(codeOf(nested(30_000))).toBe('400 too-deep');
  });

  it.each([
    ['{"a":1,"a":1}'],
    ['{"a":1,"b":{},"a":2}'],
    ['{"a":{"b":[],"b":[]}}'],
    ['[0,{"a":1,"\\u0061":2}]'],
    ['{"a":[{"b":1}],"c":{"d":1},"a":0}'],
    ['{"__proto__":{"polluted":true}}'],
    ['{"a":{"\\u005f_proto__":1}}'],
  ])('refuses %s for a key that is there twice, or is __proto__', (text) => {
    expect(codeOf(text)).toBe('400 duplicate-key');
  });

  it('says malformed before too deep, and too deep before a key twice', () => {
    expect(codeOf(`${nested(21)},`)).toBe('400 malformed-json');
    expect(codeOf(`{"a":1,"a":${nested(21)}}`)).toBe('400 too-deep');
  });

  it('reads a long text without running out of stack', () => {
    expect(parse(JSON.stringify({ text: '\\"'.repeat(250_000) }))).toEqual({ text: '\\"'.repeat(250_000) });
  });
});
