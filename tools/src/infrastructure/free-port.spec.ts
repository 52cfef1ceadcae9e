import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort, freePorts } from './free-port.js';

const take = async (ports: AsyncGenerator<number, never>, count: number): Promise<number[]> => {
  const taken: number[] = [];
  while (taken.length < count) taken.push((await ports.next()).value);
  return taken;
};

const blockOf = (port: number): number => Math.floor((port - 10_240) / 64);

/** Picks this block first, then any. */
const pickingFirst = (block: number) => {
  let first = true;
  return (blocks: number): number => {
    if (!first) return randomInt(blocks);
    first = false;
    return block;
  };
};

describe('free ports', () => {
  it('are none that the system gives to outgoing connections, and none twice, however many ask at once', async () => {
    const ports = await Promise.all(Array.from({ length: 150 }, () => freePort()));
    expect(Math.max(...ports)).toBeLessThan(32_768);
    expect(new Set(ports).size).toBe(150);
  });

  it('are nobody else’s, though nobody listens on them yet', async () => {
    const [ours = 0] = await take(freePorts(), 1);
    const theirs = await take(freePorts(pickingFirst(blockOf(ours))), 5);
    expect(theirs.map(blockOf)).not.toContain(blockOf(ours));
  });

  it('leave out one that something listens on', async () => {
    const ports = freePorts();
    const [first = 0] = await take(ports, 1);
    const server = createServer();
    // Where that fails, somebody listens there already.
    await new Promise<void>((resolve) => server.once('error', () => resolve()).listen(first + 1, '127.0.0.1', resolve));
    const next = await take(ports, 2);
    await new Promise((resolve) => server.close(resolve));
    expect(next).not.toContain(first + 1);
  });

  it('are given up with a clear error when every block is claimed', async () => {
    const [ours = 0] = await take(freePorts(), 1);
    const allClaimed = freePorts(() => blockOf(ours));
    await expect(allClaimed.next()).rejects.toThrow('No block of ports between 10240 and 32767 could be claimed.');
  });
});
