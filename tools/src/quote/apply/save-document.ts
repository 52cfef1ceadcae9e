import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

/** Writes a document whose bytes are those that were announced. Throws when they are not, and when it cannot be written. */
export async function saveDocument(file: string, bytes: Uint8Array, sha256: string): Promise<void> {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256)
    throw new Error(`The document is not the one that was announced (sha256 ${actual}, not ${sha256}): nothing is saved.`);
  await writeFile(file, bytes);
}
