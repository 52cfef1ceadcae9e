import { motorFourWheeler } from './motor-four-wheeler/line.js';
import { PRODUCT_LINE_IDS, type ProductDomain, type ProductLineId } from './product-line.js';

/** Every product line by id. A new id without an entry here does not compile. */
export const PRODUCT_LINES = {
  'motor-four-wheeler': motorFourWheeler,
} as const satisfies Record<ProductLineId, unknown>;

/** The canonical risk of any line. */
export type Risk = ReturnType<(typeof PRODUCT_LINES)[ProductLineId]['complete']>;

export const domainOf = (line: ProductLineId): ProductDomain => PRODUCT_LINES[line].domain;

export const linesOf = (domain: ProductDomain): ProductLineId[] =>
  PRODUCT_LINE_IDS.filter((line) => domainOf(line) === domain);
