import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { badCursor, type FiltersOf, type ListDefinition, readListQuery } from '../lists/list-query.js';
import { pageOf } from '../lists/page.js';

/** A list of things that do not change while the process lives, in the order that readers see. */
export interface ReferenceListDefinition<Item, Shape extends z.ZodRawShape> extends ListDefinition<Shape> {
  readonly items: readonly Item[];
  /** Unique, and never changed: cursors name it. */
  readonly idOf: (item: Item) => string;
  readonly matches: (item: Item, filters: FiltersOf<Shape>) => boolean;
}

/** A list as JSON, made once; a page of it is put together from what was written then. */
export class ReferenceList<Item, Shape extends z.ZodRawShape> {
  /** Of every page, by what is in the list: the same in every replica that has the same. */
  readonly version: string;
  private readonly rows: readonly { readonly item: Item; readonly id: string; readonly json: string }[];
  private readonly ids: readonly string[];

  constructor(private readonly definition: ReferenceListDefinition<Item, Shape>) {
    const { items, idOf } = definition;
    this.rows = items.map((item) => ({ item, id: idOf(item), json: JSON.stringify(item) }));
    this.ids = this.rows.map(({ id }) => id);
    this.version = createHash('sha256').update(this.jsonOf(this.rows, null)).digest('base64url');
  }

  /** The page that a query asks for, as JSON. Throws 422. */
  page(query: unknown): string {
    const asked = readListQuery(this.definition, query);
    const left = this.rows.slice(this.startOf(asked.after));
    const found = left.filter(({ item }) => this.definition.matches(item, asked.filters));
    const { items, links } = pageOf(found, asked, ({ id }) => id);
    return this.jsonOf(items, links.next);
  }

  private startOf(after: string | undefined): number {
    if (after === undefined) return 0;
    const at = this.ids.indexOf(after);
    if (at === -1) throw badCursor();
    return at + 1;
  }

  private jsonOf(rows: readonly { readonly json: string }[], next: string | null): string {
    return `{"items":[${rows.map(({ json }) => json).join()}],"links":${JSON.stringify({ next })}}`;
  }
}
