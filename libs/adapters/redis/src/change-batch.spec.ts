import { describe, expect, it } from '@jest/globals';
import { decodeBatch, encodeBatch } from './change-batch.js';

const CHANGES = [
  { id: 'one', version: 3, withdrawn: false },
  { id: 'other', version: 1, withdrawn: true },
];

describe('a batch of changes', () => {
  it.each([true, false])('is read as it was written (missed: %s)', (missed) => {
    expect(decodeBatch(encodeBatch({ changes: CHANGES, missed }))).toEqual({ changes: CHANGES, missed });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"changes":[]}',
    '{"changes":{},"missed":false}',
    '{"changes":[["one",3,0]],"missed":"no"}',
    '{"changes":[["one"]],"missed":false}',
    '{"changes":[[1,2,0]],"missed":false}',
    '{"changes":[["one",1.5,0]],"missed":false}',
    '{"changes":[["one",3,2]],"missed":false}',
    '{"changes":["one"],"missed":false}',
  ])('that is not understood may have been about anything: %s', (text) => {
    expect(decodeBatch(text)).toEqual({ changes: [], missed: true });
  });
});
