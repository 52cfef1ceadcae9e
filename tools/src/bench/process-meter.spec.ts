import { describe, expect, it } from '@jest/globals';
import type { ProcessGroup } from './process-groups.js';
import { ProcessMeter, type Usage } from './process-meter.js';

const group = (name: string, pids: number[], more: Partial<ProcessGroup> = {}): ProcessGroup => ({
  name,
  ours: true,
  pids,
  withDescendants: false,
  ...more,
});

/** What the operating system says, changed by the tests as time goes by. */
class Machine {
  readonly usage = new Map<number, Usage>();
  readonly children = new Map<number, number[]>();

  set(pid: number, cpuMs: number, memoryBytes: number): void {
    this.usage.set(pid, { cpuMs, memoryBytes });
  }

  meter(...groups: ProcessGroup[]): ProcessMeter {
    const read = async (pids: readonly number[]) => new Map([...this.usage].filter(([pid]) => pids.includes(pid)));
    return new ProcessMeter(groups, read, async (pid) => this.children.get(pid) ?? []);
  }
}

describe('the process meter', () => {
  it('tells the CPU time between samples and the most memory in any of them', async () => {
    const machine = new Machine();
    const meter = machine.meter(group('business', [1]));
    machine.set(1, 500, 80);
    await meter.sample();
    machine.set(1, 620, 120);
    await meter.sample();
    machine.set(1, 700, 90);
    await meter.sample();
    expect(meter.groups()).toEqual([{ name: 'business', ours: true, cpuMs: 200, maxMemoryBytes: 120 }]);
  });

  it('adds up our own processes moment by moment, without what they run on', async () => {
    const machine = new Machine();
    const meter = machine.meter(group('a', [1]), group('b', [2]), group('broker', [3], { ours: false }));
    for (const [a, b] of [
      [100, 10],
      [10, 100],
    ] as const) {
      machine.set(1, 0, a);
      machine.set(2, 0, b);
      machine.set(3, 0, 1_000);
      await meter.sample();
    }
    expect(meter.own().maxMemoryBytes).toBe(110);
  });

  it('counts children, also those that begin between two samples', async () => {
    const machine = new Machine();
    const meter = machine.meter(group('postgres', [1], { withDescendants: true }));
    machine.set(1, 100, 10);
    await meter.sample();
    machine.children.set(1, [7]);
    machine.set(7, 40, 5);
    await meter.sample();
    expect(meter.groups()[0]).toMatchObject({ cpuMs: 40, maxMemoryBytes: 15 });
  });

  it('keeps what a process used that has ended', async () => {
    const machine = new Machine();
    const meter = machine.meter(group('a', [1]));
    machine.set(1, 0, 10);
    await meter.sample();
    machine.set(1, 30, 10);
    await meter.sample();
    machine.usage.clear();
    await meter.sample();
    expect(meter.groups()[0]?.cpuMs).toBe(30);
  });
});
