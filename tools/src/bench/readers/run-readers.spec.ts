import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CapturedOutput } from '../../quote/testing/captured-output.js';
import { runReaders } from './run-readers.js';
import { FakeBusiness } from './testing/fake-business.js';

describe('npm run bench -- readers', () => {
  let business: FakeBusiness;
  let stopped: number;
  beforeEach(async () => {
    business = await FakeBusiness.start();
    stopped = 0;
  });
  afterEach(() => business.stop());

  async function run(args: readonly string[], { descriptors = 20_000, arriveWithinMs = 10_000 } = {}) {
    const stdout = new CapturedOutput();
    const stderr = new CapturedOutput();
    let memory = 50_000_000;
    const code = await runReaders(args, {
      stdout,
      stderr,
      descriptors,
      arriveWithinMs,
      settleMs: 0,
      signal: new AbortController().signal,
      now: () => performance.now(),
      startBusiness: async () => ({
        ...business.address,
        stop: async () => {
          stopped += 1;
        },
      }),
      readUsage: async (pids) => {
        memory += 1_000_000;
        return new Map(pids.map((pid) => [pid, { cpuMs: 10, memoryBytes: memory }]));
      },
    });
    return { code, out: stdout.text, err: stderr.text };
  }

  it('takes the time until the last reader has each answer, and the memory of each reader', async () => {
    business.refusals = 2;
    const { code, out } = await run(['--streams', '10', '--requests', '3', '--answers', '6', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      load: { streams: 10, requests: 3, answers: 6 },
      memory: { beforeBytes: 51_000_000, withReadersBytes: 52_000_000, bytesPerReader: 100_000 },
      milliseconds: { fromSent: { count: 6 }, fromAccepted: { count: 6 } },
      missed: 0,
    });
    expect([...business.streams.values()].map((streams) => streams.length).toSorted()).toEqual([3, 3, 4]);
    expect(stopped).toBe(1);
  });

  it('says that it failed when a reader missed an answer', async () => {
    business.forgetsOneReader = true;
    const { code, out } = await run(['--streams', '4', '--requests', '2', '--answers', '2'], { arriveWithinMs: 20 });
    expect(code).toBe(1);
    expect(out).toContain('MISSED: 2 answers');
  });

  it('posts no more answers than there are partners', async () => {
    const { out } = await run(['--streams', '1', '--requests', '1', '--answers', '2000', '--json']);
    expect(JSON.parse(out).load.answers).toBeLessThan(20);
  });

  it('opens nothing where a process may not have so many files open', async () => {
    const { code, err } = await run(['--streams', '5000'], { descriptors: 1_024 });
    expect(code).toBe(2);
    expect(err).toContain('ulimit -n 5200');
    expect(stopped).toBe(0);
  });

  it('refuses bad arguments, and explains itself', async () => {
    expect(await run(['--streams', '0', '--rate', '5'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--streams: "0" is no whole number from 1 to 20000'),
    });
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('ulimit') });
  });

  it('stops what it started when nothing could be measured', async () => {
    await business.stop();
    expect(await run(['--streams', '1'])).toMatchObject({ code: 1, err: expect.stringContaining('ECONNREFUSED') });
    expect(stopped).toBe(1);
    business = await FakeBusiness.start();
  });
});
