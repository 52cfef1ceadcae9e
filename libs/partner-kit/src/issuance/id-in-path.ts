const PART = String.raw`(?!\.{1,2}(?:/|%))[A-Za-z0-9_.-]+`;

/**
 * A partner's identifier within a path, as the source of a `RegExp`; a `/` has to follow. It may have slashes
 * (partners.md 0.4), as they are or encoded; between them nothing is empty or leads upwards.
 */
export const ID_IN_PATH = `${PART}(?:(?:/|%2[Ff])${PART})*`;
