import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { descendantsOf, readUsage } from './process-usage.js';

/** Above the largest process id that Linux gives. */
const NOBODY = 2 ** 22 + 1;

describe('the usage of processes', () => {
  it('is read from the operating system, without those that have ended', async () => {
    const usage = await readUsage([process.pid, NOBODY]);
    expect([...usage.keys()]).toEqual([process.pid]);
    expect(usage.get(process.pid)?.memoryBytes).toBeGreaterThan(1_000_000);
  });

  it('leaves out one that has ended since it was read before', async () => {
    const child = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const { pid = NOBODY } = child;
    expect([...(await readUsage([process.pid, pid])).keys()].toSorted()).toEqual([process.pid, pid].toSorted());
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([...(await readUsage([process.pid, pid])).keys()]).toEqual([process.pid]);
  });

  it('is nothing when all have ended', async () => {
    expect([(await readUsage([NOBODY])).size, (await readUsage([])).size]).toEqual([0, 0]);
    expect(await descendantsOf(NOBODY)).toEqual([]);
  });
});
