import { type AcmeLine } from './acme-line.js';
import { health } from './health/line.js';
import { privateCar, twoWheeler } from './motor/line.js';

/** What A sells, by the `product` of a request. */
export const LINES: ReadonlyMap<string, AcmeLine> = new Map(
  [privateCar, twoWheeler, health].map((line) => [line.product, line]),
);
