import type { Clock, UsageLimit, UsageMeter, UsageState, UsageVerdict } from '@app/ports';
import { SlicedCount } from './sliced-count.js';

/** Beyond this the counts that were not used for longest are given up, in use or not. */
const MAX_COUNTS = 200_000;
/** Looked at on each use; more than a use can add, so that idle counts go faster than others come. */
const LOOKED_AT = 4;

const nameOf = ({ key, name, windowMs }: UsageLimit): string => `${key}\n${name}\n${windowMs}`;

/** Counts the uses that reach this process: where there is no shared meter, or while it is away. */
export class LocalUsageMeter implements UsageMeter {
  private readonly counts = new Map<string, SlicedCount>();
  private hand = this.counts.entries();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  // One step without a pause in it: concurrent uses cannot pass the same quota.
  async use(limits: readonly UsageLimit[]): Promise<UsageVerdict> {
    const nowMs = this.clock.now().getTime();
    this.dropIdle(nowMs);
    const counts = limits.map((limit) => ({ limit, count: this.countOf(limit) }));
    const allowed = counts.every(({ limit, count }) => count.at(nowMs) < limit.quota);
    if (allowed) for (const { count } of counts) count.add(nowMs);
    return { allowed, states: counts.map(({ limit, count }) => stateOf(limit, count, nowMs)) };
  }

  /** How many counts are kept. */
  get size(): number {
    return this.counts.size;
  }

  /** Moved to the end, so that the first is the one that was not used for longest. */
  private countOf(limit: UsageLimit): SlicedCount {
    const name = nameOf(limit);
    const count = this.counts.get(name) ?? new SlicedCount(limit.windowMs);
    this.counts.delete(name);
    this.counts.set(name, count);
    const [oldest] = this.counts.size > MAX_COUNTS ? this.counts.keys() : [];
    if (oldest !== undefined) this.counts.delete(oldest);
    return count;
  }

  private dropIdle(nowMs: number): void {
    for (let looked = 0; looked < LOOKED_AT; looked += 1) {
      const next = this.hand.next();
      if (next.done) {
        this.hand = this.counts.entries();
        return;
      }
      const [name, count] = next.value;
      if (count.at(nowMs) === 0) this.counts.delete(name);
    }
  }
}

const stateOf = (limit: UsageLimit, count: SlicedCount, nowMs: number): UsageState => ({
  ...limit,
  remaining: Math.max(0, limit.quota - count.at(nowMs)),
  resetMs: count.resetMs(nowMs),
});
