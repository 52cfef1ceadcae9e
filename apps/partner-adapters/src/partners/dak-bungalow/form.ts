/** What a form can hold: ISO-8859-1. */
export const FORM_TEXT = /^[^\u{100}-\u{10ffff}]*$/u;

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
