/** C's slug, and its digit in magic values, `93nn` (partners.md 0.5). */
export const COGWHEEL = { id: 'cogwheel-direct', digit: 3 } as const;
