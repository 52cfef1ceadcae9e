import { z } from 'zod';

/** What a person reads beside a question: its name, and help where the name does not say enough. */
export interface Wording {
  readonly title: string;
  readonly description?: string;
}

/** The fields of a form with their wording. A field without one does not compile. */
export function worded<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  words: { readonly [Field in keyof Shape]: Wording },
): Shape {
  const fields = Object.entries(shape).map(([name, schema]) => [name, schema.meta({ ...words[name] })]);
  // Each field is the same schema with something to read, which the compiler cannot follow.
  return Object.fromEntries(fields) as Shape;
}

// JSON Schema has no other place for the titles of values than a `oneOf` of constants. It stands beside the enum and
// refuses nothing that the enum takes.
const titles = <Value>(values: readonly Value[], titleOf: (value: Value) => string) => ({
  oneOf: values.map((value) => ({ const: value, title: titleOf(value) })),
});

/** One of several codes, each with a title. A code without one does not compile. */
export const choice = <const Value extends string>(
  values: readonly Value[],
  titleOf: { readonly [Each in Value]: string },
) => z.enum(values).meta(titles(values, (value) => titleOf[value]));

/** One of several numbers, each with a title. */
export const numberChoice = <const Value extends number>(
  values: readonly Value[],
  titleOf: (value: NoInfer<Value>) => string,
) => z.literal([...values]).meta(titles(values, titleOf));
