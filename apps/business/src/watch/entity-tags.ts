/** The `ETag` of a version. */
export const entityTag = (version: number | string): string => `"${version}"`;

/** Whether `If-None-Match` names this version (RFC 9110: weak comparison, `*` is any). */
export function isNoneMatch(header: string | undefined, version: number | string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(entityTag(version));
}
