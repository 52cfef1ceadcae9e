import { readFile } from 'node:fs/promises';
import pidusage from 'pidusage';
import type { DescendantsOf, ReadUsage } from './process-meter.js';

/** By the operating system; a process that has ended is left out. */
export const readUsage: ReadUsage = async (pids) => {
  if (pids.length === 0) return new Map();
  const stats: Readonly<Record<string, pidusage.Status | undefined>> = await pidusage([...pids]).catch(() => ({}));
  return new Map(
    Object.values(stats).flatMap((of) => (of ? [[of.pid, { cpuMs: of.ctime, rssBytes: of.memory }] as const] : [])),
  );
};

/** Linux tells at the cost of one file a process; elsewhere, and of a process that has ended, nothing is known. */
export const descendantsOf: DescendantsOf = async (pid) => {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  const further = await Promise.all(children.map(descendantsOf));
  return [...children, ...further.flat()];
};
