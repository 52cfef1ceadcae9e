import type { ProcessGroup } from './process-groups.js';

export interface Usage {
  /** User and system time since the process began. */
  readonly cpuMs: number;
  readonly memoryBytes: number;
}

/** The usage of those processes that are alive. */
export type ReadUsage = (pids: readonly number[]) => Promise<ReadonlyMap<number, Usage>>;
export type DescendantsOf = (pid: number) => Promise<readonly number[]>;

export interface GroupUse {
  readonly name: string;
  readonly ours: boolean;
  /** CPU time between the first and the last sample. */
  readonly cpuMs: number;
  /** The most memory of the group's processes together, in any one sample. */
  readonly maxMemoryBytes: number;
}

class GroupMeter {
  private readonly before = new Map<number, number>();
  private readonly after = new Map<number, number>();
  maxMemoryBytes = 0;
  private sampled = false;

  /** A process that was not there at the first sample has used everything since. */
  add(usage: ReadonlyMap<number, Usage>): number {
    let memoryBytes = 0;
    for (const [pid, { cpuMs, memoryBytes: ofProcess }] of usage) {
      if (!this.before.has(pid)) this.before.set(pid, this.sampled ? 0 : cpuMs);
      this.after.set(pid, cpuMs);
      memoryBytes += ofProcess;
    }
    this.sampled = true;
    this.maxMemoryBytes = Math.max(this.maxMemoryBytes, memoryBytes);
    return memoryBytes;
  }

  get cpuMs(): number {
    return [...this.after].reduce((sum, [pid, cpuMs]) => sum + cpuMs - (this.before.get(pid) ?? 0), 0);
  }
}

/** CPU and memory of groups of processes over time. */
export class ProcessMeter {
  private readonly meters: ReadonlyMap<ProcessGroup, GroupMeter>;
  private maxOwnMemoryBytes = 0;

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
        const memoryBytes = meter.add(await this.readUsage(await this.pidsOf(group)));
        return group.ours ? memoryBytes : 0;
      }),
    );
    this.maxOwnMemoryBytes = Math.max(
      this.maxOwnMemoryBytes,
      samples.reduce((sum, memoryBytes) => sum + memoryBytes, 0),
    );
  }

  groups(): GroupUse[] {
    return [...this.meters].map(([{ name, ours }, { cpuMs, maxMemoryBytes }]) => ({
      name,
      ours,
      cpuMs,
      maxMemoryBytes,
    }));
  }

  /** Our own processes together. Their memory is the most at any one moment, not the sum of each one's most. */
  own(): Pick<GroupUse, 'cpuMs' | 'maxMemoryBytes'> {
    const cpuMs = this.groups().reduce((sum, group) => sum + (group.ours ? group.cpuMs : 0), 0);
    return { cpuMs, maxMemoryBytes: this.maxOwnMemoryBytes };
  }

  private async pidsOf({ pids, withDescendants }: ProcessGroup): Promise<readonly number[]> {
    if (!withDescendants) return pids;
    const descendants = await Promise.all(pids.map(this.descendantsOf));
    return [...pids, ...descendants.flat()];
  }
}
