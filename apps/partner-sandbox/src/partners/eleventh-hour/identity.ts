/** E's slug, and its digit in magic values, `95nn` (partners.md 0.5). */
export const ELEVENTH_HOUR = { id: 'eleventh-hour', digit: 5 } as const;
