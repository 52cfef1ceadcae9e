import { z } from 'zod';

/** Most items of one page. */
const MAX_LIST_LIMIT = 100;

/** A page of a list; `links.next` is the path of the next page, null on the last one. */
export const listOf = <Item>(item: z.ZodType<Item>) =>
  z.object({ items: z.array(item), links: z.object({ next: z.string().nullable() }) });

/** How many items a page has at most. */
export const listLimit = z.int().min(1).max(MAX_LIST_LIMIT);

/** What a client typed in a search field. */
export const listSearch = z.string().max(100);
