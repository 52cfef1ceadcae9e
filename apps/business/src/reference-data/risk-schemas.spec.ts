import { PRODUCT_LINE_IDS, PRODUCT_LINES, type ProductLineId, riskSchemaOf } from '@app/product-lines';
import { type ExampleName, exampleBody } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';

const EXAMPLES: readonly ExampleName[] = [
  ...(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 't1', 't2', 't3', 'h1', 'h2', 'h3', 'h4'] as const),
  ...(['r1', 'r2', 'r3', 'r4', 'l1', 'l2', 'l3'] as const),
];

const ajv = new Ajv2020({ formats: fullFormats });
const validators = new Map(PRODUCT_LINE_IDS.map((line) => [line, ajv.compile(riskSchemaOf(line))]));

const schemaTakes = (line: ProductLineId, risk: unknown): boolean => validators.get(line)?.(risk) ?? false;
const questionsTake = (line: ProductLineId, risk: unknown): boolean =>
  PRODUCT_LINES[line].questions.safeParse(risk).success;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** Every property of a schema by its path, the ones of nested objects, of items and of alternatives included. */
function propertiesOf(schema: Node, path: string): [path: string, property: Node][] {
  const inside = [...nodesIn(schema.anyOf), ...nodesIn(schema.items)].flatMap((node) => propertiesOf(node, path));
  const own = isNode(schema.properties) ? Object.entries(schema.properties) : [];
  return [
    ...inside,
    ...own.flatMap(([name, property]): [string, Node][] =>
      isNode(property) ? [[`${path}/${name}`, property], ...propertiesOf(property, `${path}/${name}`)] : [],
    ),
  ];
}

/** Every part of a schema that lists its values. */
function choicesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(choicesIn);
  if (!isNode(value)) return [];
  return [...(Array.isArray(value.enum) ? [value] : []), ...Object.values(value).flatMap(choicesIn)];
}

const titlesOf = (choice: Node) => nodesIn(choice.oneOf).map(({ const: value, title }) => [value, title]);

describe.each(PRODUCT_LINE_IDS)('the schema of a %s risk', (line) => {
  const schema: Node = riskSchemaOf(line);

  it('has a title at every question, at every depth', () => {
    const properties = propertiesOf(schema, '');
    expect(properties.length).toBeGreaterThan(10);
    const untitled = properties.filter(([, { title }]) => typeof title !== 'string' || title === '');
    expect(untitled.map(([path]) => path)).toEqual([]);
  });

  it('has a title for every code that may be chosen', () => {
    const choices = choicesIn(schema);
    expect(choices.length).toBeGreaterThan(1);
    for (const choice of choices) {
      expect(titlesOf(choice).map(([value]) => value)).toEqual(choice.enum);
      for (const [, title] of titlesOf(choice)) expect(title).toMatch(/\S/);
    }
  });

  it('is an object without anything about JSON Schema itself, and the same each time', () => {
    expect(schema).toMatchObject({ type: 'object', title: PRODUCT_LINES[line].title, additionalProperties: false });
    expect(Object.keys(schema)).not.toContain('$schema');
    expect(JSON.stringify(riskSchemaOf(line))).toBe(JSON.stringify(schema));
  });
});

describe('the schemas', () => {
  it.each(EXAMPLES)('take the worked example %s', (name) => {
    const { productLine, risk } = exampleBody(name);
    expect(schemaTakes(productLine, risk)).toBe(true);
  });

  it.each<[string, ExampleName, object]>([
    ['a plate with dashes', 'm1', { registrationNumber: 'MH-12-AB-1234' }],
    ['a day that does not exist', 'm1', { policyStartDate: '2026-02-30' }],
    ['an unknown cover', 'm1', { coverType: 'EVERYTHING' }],
    ['a deductible of cars on a bike', 't1', { voluntaryDeductibleMinor: 250_000 }],
    ['a field that nobody asks for', 'm1', { colour: 'red' }],
    ['a question left open', 'm1', { rtoCode: undefined }],
    ['eleven seats', 'm1', { seatingCapacity: 11 }],
    ['nobody insured', 'h1', { members: [] }],
    ['a pincode that begins with 0', 'h1', { pincode: '011001' }],
    ['a country in small letters', 'r1', { destinations: ['th'] }],
    ['half a lakh', 'l1', { sumAssuredMinor: 255_000_000 }],
    ['a fourth class of occupations', 'l1', { occupationClass: 4 }],
  ])('refuse %s', (_, name, change) => {
    const { productLine, risk } = exampleBody(name);
    const changed: unknown = JSON.parse(JSON.stringify({ ...risk, ...change }));
    expect(schemaTakes(productLine, changed)).toBe(false);
    expect(questionsTake(productLine, changed)).toBe(false);
  });
});

/** A JSON value with one of its parts, at any depth, replaced or left out. */
function altered(value: unknown, path: readonly number[], part: unknown): unknown {
  const [step = 0, ...rest] = path;
  if (Array.isArray(value) && value.length > 0 && rest.length > 0) {
    return value.map((item, at) => (at === step % value.length ? altered(item, rest, part) : item));
  }
  if (!isNode(value) || rest.length === 0) return part;
  const names = Object.keys(value);
  const chosen = names[step % names.length];
  return Object.fromEntries(
    names.map((name) => [name, name === chosen ? altered(value[name], rest, part) : value[name]]),
  );
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const dates = fc.oneof(
  fc
    .tuple(digits(4), fc.constantFrom('01', '02', '12', '13'), fc.constantFrom('01', '28', '29', '30', '31'))
    .map((parts) => parts.join('-')),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
);

const parts = fc.oneof(
  dates,
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(null, undefined, true, false, 0, -0, 1, 1.5, 18, 250_000_000, 1e12, 2 ** 53),
  fc.constantFrom(
    '',
    'X',
    'MH12',
    'MH12\n',
    '22BH1234AA',
    'KA11',
    '011001',
    '560001',
    '😀'.repeat(30),
    'MALE',
    'PETROL',
  ),
);

describe('the schema and the questions of a line', () => {
  it('agree: whatever the questions take, the schema takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES),
        fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
        parts,
        (name, path, part) => {
          const { productLine, risk } = exampleBody(name);
          const changed = altered(risk, path, part);
          if (!questionsTake(productLine, changed)) return;
          taken += 1;
          expect([changed, schemaTakes(productLine, changed)]).toEqual([changed, true]);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('agree on which days there are', () => {
    fc.assert(
      fc.property(dates, (policyStartDate) => {
        const { productLine, risk } = exampleBody('l1');
        const changed = { ...risk, policyStartDate };
        expect(schemaTakes(productLine, changed)).toBe(questionsTake(productLine, changed));
      }),
      { numRuns: 1_000 },
    );
  });
});
