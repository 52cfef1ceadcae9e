import { findRunning } from '../local-stack/running-stack.js';
import { startStack } from '../local-stack/start-stack.js';
import { endEarlySignal } from './end-early.js';
import { runQuote } from './run-quote.js';

process.exitCode = await runQuote(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stacks: { findRunning, start: startStack },
  signal: endEarlySignal(),
  now: () => performance.now(),
  dumbTerminal: process.env.TERM === 'dumb',
});
