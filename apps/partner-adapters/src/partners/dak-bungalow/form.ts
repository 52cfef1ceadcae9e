/** What a form can hold: ISO-8859-1. */
export const FORM_TEXT = /^[^\u{100}-\u{10ffff}]*$/u;

/** What keyboards make of what was typed, and what was typed: ISO-8859-1 has the latter alone. */
const TYPED: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
};
const MADE = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'g');

/** A text with what a typewriter has in place of curly quotes and long dashes, and each letter with its accent as one. */
export const asTyped = (text: string): string => text.normalize('NFC').replace(MADE, (sign) => TYPED[sign] ?? sign);

/** What the form encoding leaves as it is; a space becomes `+`, every other byte `%XX`. */
const AS_IS = /[A-Za-z0-9*._-]/;

function escaped(character: string): string {
  if (AS_IS.test(character)) return character;
  if (character === ' ') return '+';
  // Beyond ISO-8859-1 there is no byte for it.
  const byte = character.length === 1 && character <= '\u00ff' ? character.charCodeAt(0) : '?'.charCodeAt(0);
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

export const formText = (text: string): string => Array.from(text, escaped).join('');

/** Parameters as `application/x-www-form-urlencoded` in ISO-8859-1 (partners.md D.1). */
export const formBody = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${formText(value)}`)
    .join('&');
