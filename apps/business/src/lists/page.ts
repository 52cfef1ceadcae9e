import type { ListQuery } from './list-query.js';

/** What every list answers with; `next` is the path and query of the page that follows, null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly links: { readonly next: string | null };
}

/**
 * A page of a list from the rows after the query's position: `limit + 1` of them where there are as many, since the one
 * too many tells that another page follows.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit, next }: Pick<ListQuery<unknown>, 'limit' | 'next'>,
  positionOf: (row: Row) => string,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, links: { next: last === undefined || rows.length <= limit ? null : next(positionOf(last)) } };
}
