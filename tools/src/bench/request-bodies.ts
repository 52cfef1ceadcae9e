import { readFileSync } from 'node:fs';
import { exampleFile } from '../quote/examples.js';

/** Every partner of the line prices this one, so each request is answered by each partner's sandbox. */
const EXAMPLE = 'm1';
const ITS_PLATE = 'MH12AB1234';

const FIRST_NUMBER = 1_000;
/** The numbers from 1000 to 8999: those that begin with 9 may be magic (partners.md 0.5). */
const NUMBERS = 8_000;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The plate of the n-th request: all differ, none is magic. */
export function plateOf(n: number): string {
  const series = Math.floor(n / NUMBERS);
  const letters = [Math.floor(series / LETTERS.length), series].map((at) => LETTERS[at % LETTERS.length]).join('');
  return `MH12${letters}${FIRST_NUMBER + (n % NUMBERS)}`;
}

/** Yields one JSON body after the other, the first one for the plate of `from`. */
export function requestBodies(from = 0): () => string {
  const template = readFileSync(exampleFile(EXAMPLE), 'utf8');
  let n = from;
  return () => {
    const body = template.replace(ITS_PLATE, plateOf(n));
    n += 1;
    return body;
  };
}
