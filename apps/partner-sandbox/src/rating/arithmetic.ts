/** Amounts are integers in paise; products are exact, and rounded once (rating.md §1). */

/** `R(n/d)`: half up. */
export const roundHalfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** The product of whole numbers over a denominator, rounded once. */
export const roundedProduct = (factors: readonly number[], denominator: bigint): number =>
  roundHalfUp(
    factors.reduce((product, factor) => product * BigInt(factor), 1n),
    denominator,
  );

/** A share of an amount in basis points: 100 = 1 %. */
export const pct = (minor: number, basisPoints: number): number =>
  roundHalfUp(BigInt(minor) * BigInt(basisPoints), 10_000n);

/** The nearest whole rupee, in paise. */
export const rupee = (minor: number): number => 100 * roundHalfUp(BigInt(minor), 100n);

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
