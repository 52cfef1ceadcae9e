import { randomBytes, randomInt } from 'node:crypto';

/** Where partners get their identifiers from. */
export interface Ids {
  /** Text that nobody can guess, `[A-Za-z0-9_-]`. */
  secret(): string;
  /** The next number of a series. */
  next(series: string): number;
}

/** Leaves the printed six-digit forms room to count. */
const HIGHEST_START = 400_000;

/** Every series starts anywhere, so that a restarted sandbox does not hand out the numbers of the last one again. */
export function randomIds(): Ids {
  const last = new Map<string, number>();
  return {
    secret: () => randomBytes(24).toString('base64url'),
    next: (series) => {
      const number = (last.get(series) ?? randomInt(HIGHEST_START)) + 1;
      last.set(series, number);
      return number;
    },
  };
}
