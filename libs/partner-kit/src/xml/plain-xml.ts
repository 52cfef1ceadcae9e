import { z } from 'zod';
import type { XmlElement } from './xml-element.js';

/** What a schema can check of an element: a leaf's text, or the children by name, several of one name in their order. */
export type PlainXml = string | { readonly [name: string]: readonly PlainXml[] };

/** An element for a schema: the order of different siblings does not matter, other namespaces are not seen. */
export function plainXml({ content }: XmlElement, namespace: string): PlainXml {
  if (typeof content === 'string') return content;
  const own = content.filter((element) => element.namespace === namespace);
  const groups = Map.groupBy(own, ({ name }) => name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, group.map((child) => plainXml(child, namespace))]),
  );
}

/** Exactly one child of a name. */
export const one = <Value>(schema: z.ZodType<Value>) =>
  z.tuple([schema], { error: 'expected exactly one' }).transform(([only]) => only);

/** At most one child of a name. */
export const atMostOne = <Value>(schema: z.ZodType<Value>) =>
  z
    .array(schema)
    .max(1)
    .optional()
    .transform((found) => found?.[0]);

/** Any number of children of a name. */
export const anyNumber = <Value>(schema: z.ZodType<Value>) => z.array(schema).default([]);
