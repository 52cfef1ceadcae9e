import { describe, expect, it } from '@jest/globals';
import { unstorableText } from './unstorable-text.js';

describe('text that no database stores', () => {
  it('is found wherever it stands', () => {
    const body = { a: 'x\u0000', list: [{ b: 'fine' }, { c: '\ud800' }], 'k/~': '\udc00x', 'bad\u0000': 1 };
    expect(unstorableText(body)).toEqual(['/a', '/list/1/c', '/k~1~0', '/bad\u0000']);
  });

  it('is not in ordinary bodies, whatever their script', () => {
    expect(unstorableText({ name: 'आशा 🚗', none: null, n: 1, yes: true, list: ['ü'] })).toEqual([]);
  });
});
