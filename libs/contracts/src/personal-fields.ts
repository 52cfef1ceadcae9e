import { PRODUCT_LINES, type ProductLineId } from '@app/product-lines';
import type { CanonicalRequest } from './canonical-request.js';
import { PROPOSER_PERSONAL_FIELDS } from './proposer.js';

/** Values of classes C and S (canonical-model.md §10) by JSON pointer; what is sealed. */
export type PersonalFields = Readonly<Record<string, unknown>>;

export interface SeparatedRequest {
  /** The request without its personal fields: what may stand open in an event. */
  readonly open: CanonicalRequest;
  readonly personal: PersonalFields;
}

type Json = Record<string, unknown>;

const isContainer = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every place that a pointer with `*` for any item names in this document. */
function placesOf(pattern: string, document: unknown): string[][] {
  const walk = (node: unknown, [key, ...rest]: string[], path: string[]): string[][] => {
    if (key === undefined) return [path];
    if (!isContainer(node)) return [];
    const keys = key === '*' ? Object.keys(node) : Object.hasOwn(node, key) ? [key] : [];
    return keys.flatMap((found) => walk(node[found], rest, [...path, found]));
  };
  return walk(document, pattern.split('/').slice(1), []);
}

function parentOf(document: unknown, path: readonly string[]): Json | undefined {
  let node: unknown = document;
  for (const key of path.slice(0, -1)) {
    if (!isContainer(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return isContainer(node) ? node : undefined;
}

/** Every personal field that a request of this line may have, as JSON pointers; `*` is any item. */
export const personalFieldsOf = (line: ProductLineId): readonly string[] => [
  ...PROPOSER_PERSONAL_FIELDS,
  ...PRODUCT_LINES[line].personalFields,
];

/** Takes the personal fields out of a request; `joinPersonal` puts them back. */
export function separatePersonal(request: CanonicalRequest): SeparatedRequest {
  const open = structuredClone(request);
  const personal: Record<string, unknown> = {};
  for (const path of personalFieldsOf(request.productLine).flatMap((pattern) => placesOf(pattern, open))) {
    const parent = parentOf(open, path);
    const key = path.at(-1);
    if (parent === undefined || key === undefined) continue;
    personal[`/${path.join('/')}`] = parent[key];
    delete parent[key];
  }
  return { open, personal };
}

/** The whole request again, to be checked against its schema: what was sealed came from outside too. */
export function joinPersonal(open: CanonicalRequest, personal: PersonalFields): unknown {
  const whole = structuredClone(open);
  for (const [pointer, value] of Object.entries(personal)) {
    const path = pointer.split('/').slice(1);
    const parent = parentOf(whole, path);
    const key = path.at(-1);
    if (parent !== undefined && key !== undefined && key !== '__proto__') parent[key] = value;
  }
  return whole;
}
