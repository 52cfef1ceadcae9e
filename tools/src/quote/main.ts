import { findRunning } from '../local-stack/running-stack.js';
import { startStack } from '../local-stack/start-stack.js';
import { askOnTerminal } from './apply/ask-on-terminal.js';
import { endEarlySignal } from './end-early.js';
import { runQuote } from './run-quote.js';

process.exitCode = await runQuote(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stacks: { findRunning, start: startStack },
  signal: endEarlySignal(),
  now: () => performance.now(),
  today: () => new Date(),
  dumbTerminal: process.env.TERM === 'dumb',
  confirm: process.stdin.isTTY && process.stdout.isTTY ? askOnTerminal : undefined,
});
