import { findRunning } from '../local-stack/running-stack.js';
import { startStack } from '../local-stack/start-stack.js';
import { endEarlySignal } from '../quote/end-early.js';
import { descendantsOf, readUsage } from './process-usage.js';
import { runBench } from './run-bench.js';

process.exitCode = await runBench(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stacks: { findRunning, start: startStack },
  signal: endEarlySignal(),
  now: () => performance.now(),
  random: Math.random,
  pid: process.pid,
  readUsage,
  descendantsOf,
});
