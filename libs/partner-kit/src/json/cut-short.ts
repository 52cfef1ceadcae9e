const CLOSES = new Set(['}', ']']);
const OPENS = new Set(['{', '[']);
/** A whole string, or the start of one that never ends; the rest that matters is brackets. */
const TOKENS = /"(?:[^"\\]|\\.)*("?)|[{}[\]]/gs;

/**
 * Whether a text that is no JSON could be the beginning of some: empty, or with a string, object or list still open at
 * its end. It says why JSON could not be read, not that it could have been.
 */
export function isCutShort(text: string): boolean {
  if (text.trim() === '') return true;
  let depth = 0;
  for (const [token, closingQuote] of text.matchAll(TOKENS)) {
    if (OPENS.has(token)) depth += 1;
    else if (CLOSES.has(token)) depth -= 1;
    else if (closingQuote === '') return true;
  }
  return depth > 0;
}
