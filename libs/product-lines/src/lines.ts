import { health } from './health/line.js';
import { motorFourWheeler } from './motor-four-wheeler/line.js';
import { motorTwoWheeler } from './motor-two-wheeler/line.js';
import { PRODUCT_LINE_IDS, type ProductDomain, type ProductLineId } from './product-line.js';
import { termLife } from './term-life/line.js';
import { travel } from './travel/line.js';

/** Every product line by id. A new id without an entry here does not compile. */
export const PRODUCT_LINES = {
  'motor-four-wheeler': motorFourWheeler,
  'motor-two-wheeler': motorTwoWheeler,
  health,
  travel,
  'term-life': termLife,
} as const satisfies Record<ProductLineId, unknown>;

/** A risk of one line as a client sends it. */
export type RiskInputOf<Line extends ProductLineId> = Parameters<(typeof PRODUCT_LINES)[Line]['complete']>[0];

/** The canonical risk of one line. */
export type RiskOf<Line extends ProductLineId> = ReturnType<(typeof PRODUCT_LINES)[Line]['complete']>;

export const domainOf = (line: ProductLineId): ProductDomain => PRODUCT_LINES[line].domain;

/** Every product domain that has a line. */
export const PRODUCT_DOMAINS: readonly ProductDomain[] = [...new Set(PRODUCT_LINE_IDS.map(domainOf))];

export const linesOf = (domain: ProductDomain): ProductLineId[] =>
  PRODUCT_LINE_IDS.filter((line) => domainOf(line) === domain);
