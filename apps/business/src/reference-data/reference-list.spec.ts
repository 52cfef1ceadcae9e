import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReferenceList } from './reference-list.js';
import { hasWords, searchWords } from './search-words.js';

const listOf = (items: readonly string[]) =>
  new ReferenceList({
    path: '/v1/things',
    filters: { q: searchWords },
    defaultLimit: 3,
    items,
    idOf: (item) => item,
    matches: (item, { q }) => hasWords([item], q),
  });

type Things = ReturnType<typeof listOf>;

interface PageOfThings {
  readonly items: readonly string[];
  readonly links: { readonly next: string | null };
}

const pageOf = (list: Things, query: Record<string, string>): PageOfThings => JSON.parse(list.page(query));

/** The pages from a query on, by following the links. */
function walk(list: Things, query: Record<string, string>): PageOfThings[] {
  const page = pageOf(list, query);
  const { next } = page.links;
  if (next === null) return [page];
  return [page, ...walk(list, Object.fromEntries(new URL(next, 'http://localhost').searchParams))];
}

const things = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 6 }), {
  maxLength: 40,
});
const search = fc.string({ unit: fc.constantFrom('a', 'B', ' '), maxLength: 4 });
const limit = fc.option(fc.integer({ min: 1, max: 100 }));

describe('a reference list', () => {
  it('gives every item that matches exactly once, in order, to whoever follows the links', () => {
    fc.assert(
      fc.property(things, search, limit, (items, q, size) => {
        const pages = walk(listOf(items), { q, ...(size === null ? {} : { limit: String(size) }) });
        const expected = items.filter((item) =>
          q
            .toLowerCase()
            .split(' ')
            .every((word) => item.includes(word)),
        );
        expect(pages.flatMap((page) => page.items)).toEqual(expected);
        for (const page of pages.slice(0, -1)) expect(page.items).toHaveLength(size ?? 3);
        expect(pages.length === 1 || pages.at(-1)?.items.length !== 0).toBe(true);
      }),
    );
  });

  it('goes on where it was when the list has grown meanwhile', () => {
    const { links } = pageOf(listOf(['a', 'c']), { limit: '1' });
    const { cursor = '' } = Object.fromEntries(new URL(links.next ?? '', 'http://localhost').searchParams);
    expect(pageOf(listOf(['a', 'b', 'c']), { cursor }).items).toEqual(['b', 'c']);
  });

  it('does not know a place that is not in the list any more', () => {
    const { links } = pageOf(listOf(['a', 'c']), { limit: '1' });
    const { cursor = '' } = Object.fromEntries(new URL(links.next ?? '', 'http://localhost').searchParams);
    expect(() => listOf(['b', 'c']).page({ cursor })).toThrow(
      expect.objectContaining({
        status: 422,
        extra: { errors: [expect.objectContaining({ pointer: '/query/cursor' })] },
      }),
    );
  });

  it('has the version of its content', () => {
    expect(listOf(['a', 'b']).version).toBe(listOf(['a', 'b']).version);
    expect(listOf(['a', 'b']).version).not.toBe(listOf(['b', 'a']).version);
    expect(listOf(['a', 'b']).version).toMatch(/^[\w-]{43}$/);
  });
});
