import fc from 'fast-check';
import { HOSTILE_JSON, HOSTILE_KEYS } from './hostile-json-values.js';

interface Entry {
  /** As it stands in the text, with its quotes; null in an array. */
  readonly key: string | null;
  readonly value: Tree;
}

/** JSON that is about to be spoilt: its leaves are texts, so that it can say what no JSON value can. */
type Tree = string | { readonly isObject: boolean; readonly entries: Entry[] };

interface Place {
  readonly isObject: boolean;
  readonly entries: Entry[];
  readonly at: number;
}

function treeOf(value: unknown): Tree {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return { isObject: false, entries: value.map((item) => ({ key: null, value: treeOf(item) })) };
  const entries = Object.entries(value).map(([key, item]) => ({ key: JSON.stringify(key), value: treeOf(item) }));
  return { isObject: true, entries };
}

function textOf(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const inside = tree.entries
    .map(({ key, value }) => (key === null ? textOf(value) : `${key}:${textOf(value)}`))
    .join();
  return tree.isObject ? `{${inside}}` : `[${inside}]`;
}

/** Every place of a value, the outermost first. */
function placesIn({ isObject, entries }: Exclude<Tree, string>): Place[] {
  return entries.flatMap(({ value }, at) => [
    { isObject, entries, at },
    ...(typeof value === 'string' ? [] : placesIn(value)),
  ]);
}

/** The same key, written differently: its first letter as an escape. */
const escaped = (key: string): string =>
  /^"\w/.test(key) ? `"\\u${key.charCodeAt(1).toString(16).padStart(4, '0')}${key.slice(2)}` : key;

interface Edit {
  readonly how: keyof typeof EDITS;
  /** Which place, counted modulo how many there are. */
  readonly where: number;
  readonly key: string;
  readonly text: string;
}

const keyFor = ({ isObject }: Place, key: string): string | null => (isObject ? key : null);

const EDITS = {
  replace: ({ entries, at }: Place, entry: Entry, { text }: Edit) => entries.splice(at, 1, { ...entry, value: text }),
  remove: ({ entries, at }: Place) => entries.splice(at, 1),
  add: (place: Place, _: Entry, { key, text }: Edit) =>
    place.entries.splice(place.at, 0, { key: keyFor(place, key), value: text }),
  rename: (place: Place, entry: Entry, { key }: Edit) =>
    place.entries.splice(place.at, 1, { ...entry, key: keyFor(place, key) }),
  repeat: ({ entries, at }: Place, entry: Entry) => entries.splice(at, 0, entry),
  repeatEscaped: ({ entries, at }: Place, entry: Entry) =>
    entries.splice(at, 0, { ...entry, key: entry.key === null ? null : escaped(entry.key) }),
  repeatOften: ({ entries, at }: Place, entry: Entry) => entries.splice(at, 0, ...Array<Entry>(60).fill(entry)),
  wrap: ({ entries, at }: Place, entry: Entry) =>
    entries.splice(at, 1, { ...entry, value: { isObject: false, entries: [{ key: null, value: entry.value }] } }),
} as const;

function apply(root: Exclude<Tree, string>, edit: Edit): void {
  const places = placesIn(root);
  const place = places[edit.where % places.length];
  const entry = place?.entries[place.at];
  if (place !== undefined && entry !== undefined) EDITS[edit.how](place, entry, edit);
}

/** A value as JSON, spoilt by edits one after the other. What stands outside of the value is an array of one. */
function spoil(value: unknown, edits: readonly Edit[]): string {
  const root = { isObject: false, entries: [{ key: null, value: treeOf(value) }] };
  for (const edit of edits) apply(root, edit);
  return root.entries.map((entry) => textOf(entry.value)).join('');
}

const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_JSON) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.double().map(String) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)) },
);

const hostileKey = fc.oneof(
  fc.constantFrom(...HOSTILE_KEYS),
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => JSON.stringify(text)),
);

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom(...Object.keys(EDITS)) as fc.Arbitrary<Edit['how']>,
  where: fc.nat({ max: 200 }),
  key: hostileKey,
  text: hostileText,
});

/** JSON of one of these values: as it is, or spoilt at a few places. */
export const spoiltJson = (values: readonly unknown[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...values).map((value) => JSON.stringify(value)) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...values), fc.array(edit, { minLength: 1, maxLength: 4 }))
        .map(([value, edits]) => spoil(value, edits)),
    },
    { weight: 1, arbitrary: hostileText },
  );

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const NO_UTF8 = Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80]);
const LIMIT = 65_536;

const part = (bytes: Buffer, permille: number): Buffer => bytes.subarray(0, (bytes.length * permille) / 1_000);

const WRITINGS: readonly ((text: string, permille: number) => Buffer)[] = [
  (text) => Buffer.concat([BOM, Buffer.from(text)]),
  (text, permille) => part(Buffer.from(text), permille),
  (text, permille) => Buffer.concat([part(Buffer.from(text), permille), NO_UTF8, Buffer.from(text)]),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`${text}\0`),
  (text, permille) => Buffer.from(text.padEnd(LIMIT - 500 + permille)),
  (text, permille) => Buffer.from(text.padStart(text.length + 150 * permille)),
];

/** How a text becomes bytes: mostly as everybody does it. */
export const writtenBytes = (text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 8, arbitrary: text.map((written) => Buffer.from(written)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(text, fc.constantFrom(...WRITINGS), fc.nat({ max: 1_000 }))
        .map(([written, write, permille]) => write(written, permille)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  );
