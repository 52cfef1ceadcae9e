import type { QuoteProgress } from '@app/domain';
import { isProductLineId, type ProductLineId } from '@app/product-lines';

/** The line of a stored request. Throws for a line that this version does not know. */
export function productLineOf({ productLine }: Pick<QuoteProgress, 'productLine'>): ProductLineId {
  if (!isProductLineId(productLine)) throw new Error(`There is no product line ${productLine}`);
  return productLine;
}
