import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { ok, type Result, refused } from '@app/domain';

/** Writes a document whose bytes are those that were announced, or says why it did not. */
export async function saveDocument(file: string, bytes: Uint8Array, sha256: string): Promise<Result<void, string>> {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) return refused(`it is not the one that was announced (sha256 ${actual}, not ${sha256})`);
  try {
    return ok(await writeFile(file, bytes));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
