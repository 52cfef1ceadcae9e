import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What a cursor says: which list, narrowed how, and the last item that its reader has seen. */
export interface Cursor {
  /** Of `bindingOf`. */
  readonly binding: string;
  readonly position: string;
}

const LONGEST = 1_024;
const content = z.tuple([z.string(), z.string()]);

/** Ties a cursor to one list and its filters: one that was given for another query is bad. */
export const bindingOf = (path: string, filters: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([path, filters]))
    .digest('base64url')
    .slice(0, 12);

/** Opaque to clients, and no secret: a forged one shows nothing that its query would not. */
export const writeCursor = ({ binding, position }: Cursor): string =>
  Buffer.from(JSON.stringify([binding, position])).toString('base64url');

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Undefined for a text that `writeCursor` cannot have written. */
export function readCursor(text: string): Cursor | undefined {
  if (text.length > LONGEST) return undefined;
  const { data } = content.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (data === undefined) return undefined;
  const cursor = { binding: data[0], position: data[1] };
  return writeCursor(cursor) === text ? cursor : undefined;
}
