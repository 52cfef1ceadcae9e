import { ProblemException } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { writeCursor } from './cursors.js';
import { type ListQuery, readListQuery } from './list-query.js';
import { pageOf } from './page.js';

const definition = {
  path: '/v1/things',
  filters: { colour: z.enum(['red', 'green']).optional(), q: z.string().max(10).optional() },
  defaultLimit: 50,
};

const read = (query: unknown) => readListQuery(definition, query);

/** The faults of a query as `pointer code`. */
function faultsOf(query: unknown): string[] {
  try {
    read(query);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    expect([error.status, error.code]).toEqual([422, 'validation-failed']);
    return (error.extra.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();
  }
}

const queryOf = (url: string) => Object.fromEntries(new URL(url, 'http://localhost').searchParams);

const cursorAfter = (position: string, query: ListQuery<unknown>) => queryOf(query.next(position)).cursor;

describe('the query of a list', () => {
  it('asks for everything, from the start, when it is empty', () => {
    for (const query of [{}, undefined, { colour: '', q: '', limit: '', cursor: '' }]) {
      expect(read(query)).toMatchObject({ filters: {}, limit: 50, after: undefined });
    }
  });

  it('says what is asked for', () => {
    expect(read({ colour: 'red', limit: '7' })).toMatchObject({ filters: { colour: 'red' }, limit: 7 });
    expect(read({ limit: '1' }).limit).toBe(1);
    expect(read({ limit: '100' }).limit).toBe(100);
  });

  it('goes on after a position with the same filters and the same limit', () => {
    const asked = { colour: 'green', q: 'a b&c', limit: '7' };
    const url = read(asked).next('it 7');
    expect(url).toMatch(/^\/v1\/things\?/);
    expect(queryOf(url)).toEqual({ ...asked, cursor: expect.any(String) });
    expect(read(queryOf(url))).toMatchObject({ filters: { colour: 'green', q: 'a b&c' }, limit: 7, after: 'it 7' });
  });

  it('may change its limit on the way', () => {
    const cursor = cursorAfter('it', read({ limit: '7' }));
    expect(read({ cursor, limit: '9' })).toMatchObject({ after: 'it', limit: 9 });
    expect(read({ cursor })).toMatchObject({ after: 'it', limit: 50 });
  });

  it('ignores parameters that the list does not have', () => {
    const { next, ...rest } = read(JSON.parse('{ "colours": "red", "__proto__": ["x"], "limit": "2" }'));
    expect(rest).toEqual({ filters: {}, limit: 2, after: undefined });
    expect(Object.keys(queryOf(next('it')))).toEqual(['limit', 'cursor']);
  });

  it.each([
    [{ limit: '0' }, '/query/limit RANGE'],
    [{ limit: '101' }, '/query/limit RANGE'],
    [{ limit: '-1' }, '/query/limit RANGE'],
    [{ limit: '999999999999999' }, '/query/limit RANGE'],
    [{ limit: '1e1' }, '/query/limit FORMAT'],
    [{ limit: '5.0' }, '/query/limit FORMAT'],
    [{ limit: ' 5' }, '/query/limit FORMAT'],
    [{ limit: ['5', '6'] }, '/query/limit TYPE'],
    [{ colour: 'blue' }, '/query/colour ENUM'],
    [{ colour: ['red', 'red'] }, '/query/colour TYPE'],
    [{ q: 'x'.repeat(11) }, '/query/q RANGE'],
    [{ cursor: 'nonsense' }, '/query/cursor FORMAT'],
    [{ cursor: writeCursor({ binding: 'mine', position: 'it' }) }, '/query/cursor FORMAT'],
    [{ cursor: ['a', 'b'] }, '/query/cursor TYPE'],
  ])('is refused as %j', (query, expected) => {
    expect(faultsOf(query)).toEqual([expected]);
  });

  it('is refused for everything at once', () => {
    expect(faultsOf({ limit: '0', colour: 'blue', q: ['a', 'b'], cursor: '!' })).toEqual([
      '/query/colour ENUM',
      '/query/cursor FORMAT',
      '/query/limit RANGE',
      '/query/q TYPE',
    ]);
  });

  it('is refused with the cursor of other filters or of another list', () => {
    const cursor = cursorAfter('it', read({ colour: 'red' }));
    expect(faultsOf({ colour: 'red', cursor })).toEqual([]);
    expect(faultsOf({ cursor })).toEqual(['/query/cursor FORMAT']);
    expect(faultsOf({ colour: 'green', cursor })).toEqual(['/query/cursor FORMAT']);
    const elsewhere = readListQuery({ ...definition, path: '/v1/others' }, { colour: 'red' });
    expect(faultsOf({ colour: 'red', cursor: cursorAfter('it', elsewhere) })).toEqual(['/query/cursor FORMAT']);
  });
});

describe('a page', () => {
  const page = (rows: string[], limit: string) => pageOf(rows, read({ limit }), (row) => row);

  it('has another one after it when there is a row too many', () => {
    const { items, links } = page(['a', 'b', 'c'], '2');
    expect(items).toEqual(['a', 'b']);
    expect(read(queryOf(links.next ?? '')).after).toBe('b');
  });

  it('is the last one when the rows end with it', () => {
    expect(page(['a', 'b'], '2')).toEqual({ items: ['a', 'b'], links: { next: null } });
    expect(page([], '2')).toEqual({ items: [], links: { next: null } });
  });
});
