import { readFileSync } from 'node:fs';
import { exampleFile } from '../quote/examples.js';

/** Every partner of the line prices this one. */
const EXAMPLE = 'm1';
/**
 * Always these two, so that figures stay comparable when partners join; their calls carry the request's id, by which
 * the sandbox's own time is found.
 */
const ASKED = ['acme-general', 'cogwheel-direct'];
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
  const example: object = JSON.parse(readFileSync(exampleFile(EXAMPLE), 'utf8'));
  const template = JSON.stringify({ ...example, partners: ASKED });
  let n = from;
  return () => {
    const body = template.replace(ITS_PLATE, plateOf(n));
    n += 1;
    return body;
  };
}
