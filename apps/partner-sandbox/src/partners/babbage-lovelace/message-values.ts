import { ACORD } from './namespaces.js';
import type { XmlElement } from './xml.js';

/** A message as plain values, for a schema to check. */
export interface Values {
  readonly [name: string]: Value;
}

type Value = string | Values | readonly Value[];

/** What may come more than once is a list even when it comes once. */
const LISTS: ReadonlySet<string> = new Set(['Coverage', 'Destination', 'Traveler']);

/** Text, or what the element holds; undefined for an element with nothing in it, which is as good as none. */
function valueIn(element: XmlElement): Value | undefined {
  if (element.children.length > 0) return messageValues(element);
  return element.text === '' ? undefined : element.text;
}

/** Elements of B's namespace by name, the first of each but for lists, and attributes as `@name`. */
export function messageValues({ attributes, children }: XmlElement): Values {
  const values = new Map<string, Value>();
  for (const { namespace, name, value } of attributes) if (namespace === '') values.set(`@${name}`, value);
  for (const child of children) {
    const value = child.namespace === ACORD ? valueIn(child) : undefined;
    if (value === undefined) continue;
    if (!LISTS.has(child.name)) {
      if (!values.has(child.name)) values.set(child.name, value);
      continue;
    }
    const before = values.get(child.name);
    values.set(child.name, [...(Array.isArray(before) ? before : []), value]);
  }
  return Object.fromEntries(values);
}
