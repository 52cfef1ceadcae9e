import { findRunning } from '../local-stack/running-stack.js';
import { startStack } from '../local-stack/start-stack.js';
import { endEarlySignal } from '../quote/end-early.js';
import { descendantsOf, readUsage } from './process-usage.js';
import { startBusinessAlone } from './readers/business-alone.js';
import { descriptorLimit } from './readers/descriptor-limit.js';
import { runReaders } from './readers/run-readers.js';
import { runBench } from './run-bench.js';
import { runSick } from './sick/run-sick.js';

/** What is measured when nothing else is named: the way of a quote. */
const [what, ...rest] = process.argv.slice(2);

const world = {
  stdout: process.stdout,
  stderr: process.stderr,
  signal: endEarlySignal(),
  now: () => performance.now(),
  readUsage,
};

const stacks = { findRunning, start: startStack };

const BENCHES: Readonly<Record<string, () => Promise<number>>> = {
  readers: () =>
    runReaders(rest, {
      ...world,
      startBusiness: startBusinessAlone,
      descriptors: descriptorLimit(),
      settleMs: 2_000,
      arriveWithinMs: 10_000,
    }),
  sick: () => runSick(rest, { ...world, stacks, random: Math.random }),
};

const ofAQuote = () =>
  runBench(process.argv.slice(2), { ...world, stacks, random: Math.random, pid: process.pid, descendantsOf });

process.exitCode = await (BENCHES[what ?? ''] ?? ofAQuote)();
