import { readFileSync } from 'node:fs';
import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';

/** A JSON object whose fields nobody has checked. */
export const draft = z.record(z.string(), z.unknown());

export type Draft = Readonly<z.infer<typeof draft>>;

/** The JSON object in a file, or why there is none; `title` names the file for people. */
export function readDraft(path: string, title: string): Result<Draft, string[]> {
  try {
    const parsed = draft.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? ok(parsed.data) : refused([`${title} holds no JSON object`]);
  } catch (error) {
    return refused([`${title} cannot be read: ${error instanceof Error ? error.message : error}`]);
  }
}
