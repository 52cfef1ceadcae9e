import type { Ids } from '../state/ids.js';

/** Every series counts from 1. */
export function countingIds(): Ids {
  const last = new Map<string, number>();
  const next = (series: string): number => {
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return number;
  };
  return { next, secret: () => `secret-${next('secret')}` };
}
