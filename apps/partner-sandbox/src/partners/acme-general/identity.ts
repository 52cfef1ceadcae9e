/** A's slug, and its digit in magic values, `91nn` (partners.md 0.5). */
export const ACME = { id: 'acme-general', digit: 1 } as const;
