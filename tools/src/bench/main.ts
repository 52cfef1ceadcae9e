import { findRunning } from '../local-stack/running-stack.js';
import { startStack } from '../local-stack/start-stack.js';
import { endEarlySignal } from '../quote/end-early.js';
import { descendantsOf, readUsage } from './process-usage.js';
import { startBusinessAlone } from './readers/business-alone.js';
import { descriptorLimit } from './readers/descriptor-limit.js';
import { runReaders } from './readers/run-readers.js';
import { runBench } from './run-bench.js';

/** What is measured when nothing else is named: the way of a quote. */
const [what, ...rest] = process.argv.slice(2);

const world = {
  stdout: process.stdout,
  stderr: process.stderr,
  signal: endEarlySignal(),
  now: () => performance.now(),
  readUsage,
};

process.exitCode =
  what === 'readers'
    ? await runReaders(rest, {
        ...world,
        startBusiness: startBusinessAlone,
        descriptors: descriptorLimit(),
        settleMs: 2_000,
        arriveWithinMs: 10_000,
      })
    : await runBench(process.argv.slice(2), {
        ...world,
        stacks: { findRunning, start: startStack },
        random: Math.random,
        pid: process.pid,
        descendantsOf,
      });
