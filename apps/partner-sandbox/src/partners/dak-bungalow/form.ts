import { parse } from 'node:querystring';

/** The fields of a form by name; an empty field is as good as none. */
export type Form = Readonly<Record<string, unknown>>;

/** One percent escape is one byte, and one byte one character. */
const decodeLatin1 = (text: string): string =>
  text.replaceAll(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Reads `application/x-www-form-urlencoded` in ISO-8859-1, be it a body or a query. */
export function readForm(encoded: string): Form {
  const fields = parse(encoded, '&', '=', { decodeURIComponent: decodeLatin1 });
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
