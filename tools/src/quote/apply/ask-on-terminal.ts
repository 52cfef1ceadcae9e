import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Confirm } from './decide-price.js';

/** Asks on the terminal of this process; the end of the input is a no. Throws when the signal aborts. */
export const askOnTerminal: Confirm = async (question, signal) => {
  // As no terminal of its own it leaves Ctrl-C to the process, which ends everything in order.
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  try {
    const ended = once(reader, 'close', { signal }).then(() => undefined);
    const answer = await Promise.race([reader.question(question, { signal }), ended]);
    if (answer === undefined) process.stdout.write('\n');
    return /^\s*y(es)?\s*$/i.test(answer ?? '');
  } finally {
    reader.close();
  }
};
