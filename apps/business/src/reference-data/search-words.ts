import { listSearch } from '@app/contracts';

/** The words of a `q` parameter, in lower case. */
export const searchWords = listSearch.transform((text) => text.toLowerCase().split(/\s+/).filter(Boolean)).optional();

/** Whether every word is somewhere in the texts; no words are in any. */
export function hasWords(texts: readonly string[], words: readonly string[] = []): boolean {
  const text = texts.join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
