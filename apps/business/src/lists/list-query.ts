import { faultsOf, listLimit } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import { ProblemException } from '@app/platform';
import type { Fault } from '@app/product-lines';
import { z } from 'zod';
import { bindingOf, readCursor, writeCursor } from './cursors.js';

/** A list that is read in pages. */
export interface ListDefinition<Filters extends z.ZodRawShape> {
  /** `/v1/reference/vehicles` */
  readonly path: string;
  /** The query parameters that narrow the list, each optional and over one text. */
  readonly filters: Filters;
  /** Items of a page unless the client says `limit`. */
  readonly defaultLimit: number;
}

/** What a client asks of a list. */
export interface ListQuery<Filters> {
  readonly filters: Filters;
  readonly limit: number;
  /** The position of the last item that the client has; undefined at the start. */
  readonly after: string | undefined;
  /** The path and query of the page after a position: the same filters, the same limit. */
  next(position: string): string;
}

export type FiltersOf<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

type Given = Readonly<Record<string, string>>;

const limit = z
  .string()
  .regex(/^-?\d{1,15}$/, 'expected a whole number')
  .transform(Number)
  .pipe(listLimit)
  .optional();

const BAD_CURSOR: Fault = {
  pointer: '/query/cursor',
  code: 'FORMAT',
  detail: 'not a cursor of this list with these filters: start without one, then follow links.next',
};

const invalid = (errors: readonly Fault[]): ProblemException =>
  new ProblemException(422, 'validation-failed', 'The query has faults; each is named in errors.', { errors });

/** For a cursor in the right form whose position is none. */
export const badCursor = (): ProblemException => invalid([BAD_CURSOR]);

/** The parameters of a list that were given; an empty one counts as not given, and any other name is ignored. */
function given(query: unknown, names: readonly string[]): { readonly texts: Given; readonly faults: Fault[] } {
  const values = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(query));
  const known = values.filter(([name, value]) => names.includes(name) && value !== '');
  return {
    texts: Object.fromEntries(known.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    faults: known
      .filter(([, value]) => typeof value !== 'string')
      .map(([name]) => ({ pointer: `/query/${name}`, code: 'TYPE', detail: 'give this parameter once' })),
  };
}

function checked<Schema extends z.ZodType>(schema: Schema, texts: Given): Result<z.infer<Schema>, Fault[]> {
  const parsed = schema.safeParse(texts);
  if (parsed.success) return ok(parsed.data);
  return refused(faultsOf(parsed.error, texts).map((fault) => ({ ...fault, pointer: `/query${fault.pointer}` })));
}

/** The position that a cursor names; a fault for one that is none or was given for other filters. */
function positionOf(text: string | undefined, binding: string | undefined): Result<string | undefined, Fault[]> {
  if (text === undefined) return ok(undefined);
  const cursor = readCursor(text);
  if (cursor === undefined) return refused([BAD_CURSOR]);
  // With bad filters nobody can say which list the cursor should be of.
  return binding === undefined || cursor.binding === binding ? ok(cursor.position) : refused([BAD_CURSOR]);
}

const withQuery = (path: string, parameters: Given): string => `${path}?${new URLSearchParams(parameters)}`;

/** Reads the query of a list. Throws 422 with every fault at once, at `/query/<name>`. */
export function readListQuery<Shape extends z.ZodRawShape>(
  { path, filters: shape, defaultLimit }: ListDefinition<Shape>,
  query: unknown,
): ListQuery<FiltersOf<Shape>> {
  const { texts, faults } = given(query, [...Object.keys(shape), 'limit', 'cursor']);
  const { cursor, ...others } = texts;
  const filters = checked(z.object(shape), others);
  const size = checked(z.object({ limit }), others);
  const binding = filters.ok ? bindingOf(path, filters.value) : undefined;
  const after = positionOf(cursor, binding);
  if (faults.length > 0 || binding === undefined || !filters.ok || !size.ok || !after.ok) {
    throw invalid([...faults, ...[filters, size, after].flatMap((part) => (part.ok ? [] : part.error))]);
  }
  return {
    filters: filters.value,
    limit: size.value.limit ?? defaultLimit,
    after: after.value,
    next: (position) => withQuery(path, { ...others, cursor: writeCursor({ binding, position }) }),
  };
}
