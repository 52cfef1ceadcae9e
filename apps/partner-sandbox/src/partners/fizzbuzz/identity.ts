/** F's slug, and its digit in magic values, `96nn` (partners.md 0.5). */
export const FIZZBUZZ = { id: 'fizzbuzz', digit: 6 } as const;
