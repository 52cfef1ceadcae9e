import type { ProcessGroup } from './process-groups.js';

export interface Usage {
  /** User and system time since the process began. */
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** The usage of those processes that are alive. */
export type ReadUsage = (pids: readonly number[]) => Promise<ReadonlyMap<number, Usage>>;
export type DescendantsOf = (pid: number) => Promise<readonly number[]>;

export interface GroupUse {
  readonly name: string;
  readonly ours: boolean;
  /** CPU time between the first and the last sample. */
  readonly cpuMs: number;
  /** The most resident memory of the group's processes together, in any one sample. */
  readonly maxRssBytes: number;
}

class GroupMeter {
  private readonly before = new Map<number, number>();
  private readonly after = new Map<number, number>();
  maxRssBytes = 0;
  private sampled = false;

  /** A process that was not there at the first sample has used everything since. */
  add(usage: ReadonlyMap<number, Usage>): number {
    let rssBytes = 0;
    for (const [pid, { cpuMs, rssBytes: ofProcess }] of usage) {
      if (!this.before.has(pid)) this.before.set(pid, this.sampled ? 0 : cpuMs);
      this.after.set(pid, cpuMs);
      rssBytes += ofProcess;
    }
    this.sampled = true;
    this.maxRssBytes = Math.max(this.maxRssBytes, rssBytes);
    return rssBytes;
  }

  get cpuMs(): number {
    return [...this.after].reduce((sum, [pid, cpuMs]) => sum + cpuMs - (this.before.get(pid) ?? 0), 0);
  }
}

/** CPU and memory of groups of processes over time. */
export class ProcessMeter {
  private readonly meters: ReadonlyMap<ProcessGroup, GroupMeter>;
  private maxOwnRssBytes = 0;

  constructor(
    groups: readonly ProcessGroup[],
    private readonly readUsage: ReadUsage,
    private readonly descendantsOf: DescendantsOf,
  ) {
    this.meters = new Map(groups.map((group) => [group, new GroupMeter()]));
  }

  async sample(): Promise<void> {
    const samples = await Promise.all(
      [...this.meters].map(async ([group, meter]) => {
        const rssBytes = meter.add(await this.readUsage(await this.pidsOf(group)));
        return group.ours ? rssBytes : 0;
      }),
    );
    this.maxOwnRssBytes = Math.max(
      this.maxOwnRssBytes,
      samples.reduce((sum, rssBytes) => sum + rssBytes, 0),
    );
  }

  groups(): GroupUse[] {
    return [...this.meters].map(([{ name, ours }, { cpuMs, maxRssBytes }]) => ({ name, ours, cpuMs, maxRssBytes }));
  }

  /** Our own processes together. Their memory is the most at any one moment, not the sum of each one's most. */
  own(): Pick<GroupUse, 'cpuMs' | 'maxRssBytes'> {
    const cpuMs = this.groups().reduce((sum, group) => sum + (group.ours ? group.cpuMs : 0), 0);
    return { cpuMs, maxRssBytes: this.maxOwnRssBytes };
  }

  private async pidsOf({ pids, withDescendants }: ProcessGroup): Promise<readonly number[]> {
    if (!withDescendants) return pids;
    const descendants = await Promise.all(pids.map(this.descendantsOf));
    return [...pids, ...descendants.flat()];
  }
}
