import fc from 'fast-check';
import type { DescribedOperation, DescribedParameter } from './described-operations.js';
import {
  CONTENT_TYPES,
  HEADER_NAMES,
  HOSTILE_HEADER_VALUES,
  HOSTILE_QUERY_TEXTS,
  MALFORMED_IDS,
  OTHER_METHODS,
  UNKNOWN_CALLERS,
} from './hostile-head-values.js';
import { spoiltJson, writtenBytes } from './hostile-json.js';
import { type HeaderLine, HttpCall } from './http-call.js';

/** Who may call, and what there is to call. */
export interface Subjects {
  /** `Authorization` headers of clients that are known, most of them with the scope. */
  readonly known: Readonly<Record<'quotes' | 'ops', readonly string[]>>;
  readonly ids: Readonly<Record<Kind, readonly string[]>>;
  /** Capabilities, of any of the ids. */
  readonly tokens: readonly string[];
  /** Bodies that are taken, by path, where those of the document name what is not there. */
  readonly bodies: Readonly<Record<string, readonly unknown[]>>;
}

const KINDS = ['quote-requests', 'applications', 'documents', 'dead-letters'] as const;
type Kind = (typeof KINDS)[number];

/** Of what kind the id is that stands at `{name}` in a path: the word before it says so. */
const kindOf = (path: string, name: string): Kind | undefined =>
  KINDS.find((kind) => path.includes(`/${kind}/{${name}}`));

const hostileHeader = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_HEADER_VALUES) },
  { weight: 1, arbitrary: fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]{0,60}$/) },
);

const hostileQueryText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_QUERY_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent) },
  { weight: 1, arbitrary: fc.stringMatching(/^[\x21-\x7e\x80-\xff]{0,30}$/) },
);

/** A text that a parameter takes, by its schema. */
function soundText({ schema, example }: DescribedParameter): fc.Arbitrary<string> {
  const examples = example === undefined ? [] : [fc.constant(example)];
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === 'integer')
    return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) }).map(String);
  return fc.oneof(...examples, fc.stringMatching(/^[a-z0-9]{1,12}$/));
}

const occasionally = <Value>(arbitrary: fc.Arbitrary<Value>, otherwise: Value, freq = 4): fc.Arbitrary<Value> =>
  fc.oneof({ weight: freq, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary });

/** A parameter given not at all, once as it should be, or some times as it should not. */
const given = (parameter: DescribedParameter, hostile: fc.Arbitrary<string>): fc.Arbitrary<HeaderLine[]> =>
  fc
    .oneof(
      { weight: parameter.required ? 1 : 3, arbitrary: fc.constant([]) },
      { weight: parameter.required ? 6 : 2, arbitrary: soundText(parameter).map((text) => [text]) },
      { weight: 2, arbitrary: fc.array(hostile, { minLength: 1, maxLength: 3 }) },
    )
    .map((texts) => texts.map((text) => [parameter.name, text] as const));

const givenAll = (
  { parameters }: DescribedOperation,
  place: DescribedParameter['in'],
  hostile: fc.Arbitrary<string>,
): fc.Arbitrary<HeaderLine[]> =>
  fc
    .tuple(...parameters.filter((parameter) => parameter.in === place).map((parameter) => given(parameter, hostile)))
    .map((lines) => lines.flat());

const callers = (known: readonly string[]): fc.Arbitrary<HeaderLine[]> =>
  fc
    .oneof(
      { weight: 12, arbitrary: fc.constantFrom(...known).map((one) => [one]) },
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...UNKNOWN_CALLERS, ...known), { maxLength: 3 }) },
      { weight: 1, arbitrary: hostileHeader.map((text) => [`Bearer ${text}`]) },
    )
    .map((values) => values.map((value) => ['Authorization', value] as const));

const capabilities = ({ tokens }: Subjects): fc.Arbitrary<HeaderLine[]> =>
  fc
    .oneof(
      fc.constant([]),
      fc.constantFrom(...tokens).map((token) => [token]),
      fc.array(fc.oneof(hostileHeader, fc.constantFrom(...tokens)), { maxLength: 2 }),
    )
    .map((values) => values.map((value) => ['X-Access-Token', value] as const));

const otherHeaders = occasionally<HeaderLine[]>(
  fc.array(fc.tuple(fc.constantFrom(...HEADER_NAMES), hostileHeader), { minLength: 1, maxLength: 3 }),
  [],
);

const queries = (operation: DescribedOperation): fc.Arbitrary<string> =>
  fc
    .tuple(
      givenAll(operation, 'query', hostileQueryText),
      occasionally<HeaderLine[]>(fc.array(fc.tuple(hostileQueryText, hostileQueryText), { maxLength: 3 }), []),
    )
    .map((lists) => lists.flat().map(([name, text]) => `${name}=${text}`))
    .map((parts) => (parts.length === 0 ? '' : `?${parts.join('&')}`));

/** What stands in a path for a parameter: an id of ours, or whatever its example is like. */
function pathParts(path: string, parameter: DescribedParameter, { ids }: Subjects): fc.Arbitrary<string> {
  const kind = kindOf(path, parameter.name);
  return fc.oneof(
    { weight: 8, arbitrary: kind === undefined ? soundText(parameter) : fc.constantFrom(...ids[kind]) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom(...MALFORMED_IDS) },
  );
}

const paths = ({ path, parameters }: DescribedOperation, subjects: Subjects): fc.Arbitrary<string> => {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  return fc
    .tuple(...inPath.map((parameter) => pathParts(path, parameter, subjects)))
    .map((parts) => inPath.reduce((text, { name }, at) => text.replace(`{${name}}`, () => parts[at] ?? ''), path));
};

const sentBodies = (examples: readonly unknown[]): fc.Arbitrary<Buffer | null> =>
  fc.oneof({ weight: 15, arbitrary: writtenBytes(spoiltJson(examples)) }, { weight: 1, arbitrary: fc.constant(null) });

const bodies = ({ path, examples }: DescribedOperation, subjects: Subjects): fc.Arbitrary<Buffer | null> =>
  examples.length > 0 ? sentBodies(subjects.bodies[path] ?? examples) : occasionally(sentBodies([{}, []]), null);

const contentTypes: fc.Arbitrary<HeaderLine[]> = fc
  .oneof(
    { weight: 9, arbitrary: fc.constant(['application/json']) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...CONTENT_TYPES), { maxLength: 2 }) },
  )
  .map((types) => types.map((type) => ['Content-Type', type] as const));

const methods = ({ method }: DescribedOperation): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(method) },
    { weight: 1, arbitrary: fc.constant(method === 'GET' ? 'HEAD' : method) },
    { weight: 1, arbitrary: fc.constantFrom(...OTHER_METHODS) },
  );

/** Requests for an operation: as they should be, and in every way that they should not. */
export const hostileCalls = (operation: DescribedOperation, subjects: Subjects): fc.Arbitrary<HttpCall> =>
  fc
    .record({
      method: methods(operation),
      path: fc.tuple(paths(operation, subjects), queries(operation)).map(([path, query]) => `${path}${query}`),
      headers: fc
        .tuple(
          callers(subjects.known[operation.scope]),
          capabilities(subjects),
          contentTypes,
          givenAll(operation, 'header', hostileHeader),
          otherHeaders,
        )
        .map((lists) => lists.flat()),
      body: bodies(operation, subjects),
    })
    .map(({ method, path, headers, body }) => new HttpCall(method, path, headers, body));
