export interface ArrivalPlan {
  readonly ratePerSecond: number;
  readonly seconds: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * When each request is due, in milliseconds from the start: a Poisson process, as independent customers arrive, with
 * bursts and gaps around the mean rate. Known before the first request is sent, so nothing that happens changes it.
 */
export function poissonArrivals({ ratePerSecond, seconds, random }: ArrivalPlan): number[] {
  const due: number[] = [];
  const nextGap = (): number => (-Math.log(1 - random()) / ratePerSecond) * 1_000;
  for (let at = nextGap(); at < seconds * 1_000; at += nextGap()) due.push(at);
  return due;
}
