import { ok, type Result, refused } from '@app/domain';
import type { z } from 'zod';
import { validationFailed } from './checked-body.js';
import { unstorableText } from './unstorable-text.js';

/** At most this many faults are named for one item. */
const MAX_FAULTS = 5;

/** The items of a post, 1 to `most`, none of them checked; `what` names them. Throws 422. */
export function itemsOf(body: unknown, most: number, what: string): readonly unknown[] {
  if (Array.isArray(body) && body.length > 0 && body.length <= most) return body;
  const detail = `Send an array of 1 to ${most} ${what}.`;
  throw validationFailed([{ pointer: '', code: 'RANGE', detail }], detail);
}

/** The item as its schema has it, or what is wrong with it, in a sentence for its receipt. */
export function checkItem<Item>(schema: z.ZodType<Item>, item: unknown): Result<Item, string> {
  const parsed = schema.safeParse(item);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
    return refused(faults.slice(0, MAX_FAULTS).join('; '));
  }
  const [unstorable] = unstorableText(parsed.data);
  if (unstorable !== undefined) return refused(`${unstorable}: contains a character that is not part of any text`);
  return ok(parsed.data);
}
