import { readFile } from 'node:fs/promises';
import pidusage from 'pidusage';
import type { DescendantsOf, ReadUsage } from './process-meter.js';

const PROPORTIONAL_SET_SIZE = /^Pss:\s+(\d+) kB$/m;

/**
 * Memory by which processes can be added up: what they share, Node.js itself most of all, is divided among them. Linux
 * tells; elsewhere it is all that is resident, and shared memory counts for each.
 */
async function memoryOf({ pid, memory }: pidusage.Status): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = PROPORTIONAL_SET_SIZE.exec(rollup)?.[1];
  return kilobytes === undefined ? memory : Number(kilobytes) * 1_024;
}

/** By the operating system; a process that has ended is left out. */
export const readUsage: ReadUsage = async (pids) => {
  if (pids.length === 0) return new Map();
  // Null for a process that was never there, undefined for one that has ended since it was read before.
  const stats: Readonly<Record<string, pidusage.Status | null | undefined>> = await pidusage([...pids]).catch(
    () => ({}),
  );
  const alive = Object.values(stats).flatMap((status) => status ?? []);
  const usages = alive.map(async (of) => [of.pid, { cpuMs: of.ctime, memoryBytes: await memoryOf(of) }] as const);
  return new Map(await Promise.all(usages));
};

/** Linux tells at the cost of one file a process; elsewhere, and of a process that has ended, nothing is known. */
export const descendantsOf: DescendantsOf = async (pid) => {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  const further = await Promise.all(children.map(descendantsOf));
  return [...children, ...further.flat()];
};
