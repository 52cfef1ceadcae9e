import { describe, expect, it } from '@jest/globals';
import { EventLines } from './event-lines.js';

const TEXT = ': keep-alive\n\nevent: answer\nid: 2\ndata: {"id: 9":1}\n\nevent: completed\nid: 13\ndata: {}\n\n';

describe('server-sent events that come in pieces', () => {
  it.each([1, 2, 3, 7, 1_000])('are found in pieces of %i characters', (size) => {
    const ids: number[] = [];
    const lines = new EventLines((id) => ids.push(id));
    for (let at = 0; at < TEXT.length; at += size) lines.take(TEXT.slice(at, at + size));
    expect(ids).toEqual([2, 13]);
  });

  it('are complete only with their empty line', () => {
    const ids: number[] = [];
    new EventLines((id) => ids.push(id)).take('event: answer\nid: 2\ndata: {}\n');
    expect(ids).toEqual([]);
  });
});
