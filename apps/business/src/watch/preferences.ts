const WAIT = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])/i;

/**
 * The seconds of `Prefer: wait=N` (RFC 7240), lowered to `maxSeconds`; undefined without one. What cannot be read is
 * ignored, as that standard has it.
 */
export function preferredWait(prefer: string | string[] | undefined, maxSeconds: number): number | undefined {
  const [, seconds] = WAIT.exec([prefer ?? ''].flat().join()) ?? [];
  return seconds === undefined ? undefined : Math.min(Number(seconds), maxSeconds);
}
