import { describe, expect, it } from '@jest/globals';
import { bufferOf } from './buffer-of.js';

describe('bytes as a buffer', () => {
  it('are the same ones, of a part of others too', () => {
    const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    const buffer = bufferOf(part);
    expect([...buffer]).toEqual([2, 3]);
    part[0] = 7;
    expect(buffer[0]).toBe(7);
  });
});
