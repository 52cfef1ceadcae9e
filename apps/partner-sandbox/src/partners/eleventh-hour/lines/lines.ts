import type { EleventhHourLine } from './eleventh-hour-line.js';
import { health } from './health/line.js';
import { termLife } from './term-life/line.js';

/** What E sells, by the `line` of a request. */
export const LINES: ReadonlyMap<string, EleventhHourLine> = new Map(
  [health, termLife].map((line) => [line.line, line]),
);
