import type { QuoteProgress } from '@app/domain';
import { PRODUCT_LINE_IDS, type ProductLineId } from '@app/product-lines';

/** The line of a stored request. Throws for a line that this version does not know. */
export function productLineOf({ productLine }: QuoteProgress): ProductLineId {
  const line = PRODUCT_LINE_IDS.find((id) => id === productLine);
  if (line === undefined) throw new Error(`There is no product line ${productLine}`);
  return line;
}
