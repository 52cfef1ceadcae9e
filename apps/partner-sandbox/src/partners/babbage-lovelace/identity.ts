/** B's slug, and its digit in magic values, `92nn` (partners.md 0.5). */
export const BABBAGE = { id: 'babbage-lovelace', digit: 2 } as const;
