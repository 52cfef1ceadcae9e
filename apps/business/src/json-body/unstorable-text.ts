import type { Fault } from '@app/product-lines';

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isUnstorable = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * JSON pointers to texts (or keys) that JSON allows and no database stores: with a NUL, or with half a surrogate pair.
 * Empty for almost every body.
 */
export function unstorableText(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return isUnstorable(value) ? [pointer] : [];
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const place = `${pointer}/${escaped(key)}`;
    return isUnstorable(key) ? [place.toWellFormed()] : unstorableText(item, place);
  });
}

/** The same as faults of a body. */
export const textFaults = (body: unknown): Fault[] =>
  unstorableText(body).map((pointer) => ({
    pointer,
    code: 'FORMAT',
    detail: 'contains a character that is not part of any text',
  }));
