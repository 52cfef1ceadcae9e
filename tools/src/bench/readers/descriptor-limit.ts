import { readFileSync } from 'node:fs';

const BESIDE_STREAMS = 200;
const LIMIT = /^Max open files\s+(\d+)/m;

/** How many files a process may have open, as Linux tells it; undefined elsewhere. */
export function descriptorLimit(): number | undefined {
  try {
    const [, limit] = LIMIT.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? undefined : Number(limit);
  } catch {
    return undefined;
  }
}

/** Why so many streams cannot be opened; undefined when they can, as far as anybody knows. */
export function tooManyStreams(streams: number, limit: number | undefined): string | undefined {
  const needed = streams + BESIDE_STREAMS;
  if (limit === undefined || limit >= needed) return undefined;
  return `${streams} streams need ${needed} open files, and a process may have ${limit}: ulimit -n ${needed}, or fewer streams.`;
}
