/** D's slug, and its digit in magic values, `94nn` (partners.md 0.5). */
export const DAK = { id: 'dak-bungalow', digit: 4 } as const;
