const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The value of a JSON text, or undefined when the bytes are none. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

const isContainer = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

export const isJsonObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  isContainer(value) && !Array.isArray(value);

/** What stands at a path of a JSON value; undefined when nothing does. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (isContainer(inner) ? inner[key] : undefined), value);

/** The text at a path, or null when there is no text. */
export function textAt(value: unknown, path: readonly PropertyKey[]): string | null {
  const text = valueAt(value, path);
  return typeof text === 'string' ? text : null;
}
