import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ReadyLine, readyLine } from './ready-line.js';

const note = z.object({ pid: z.int(), ready: readyLine });

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the stack of this checkout keeps its data while it runs: outside the checkout, readable by PostgreSQL's user. */
export function defaultStateDir(): string {
  const checkout = createHash('sha256').update(repository).digest('hex').slice(0, 8);
  return join(tmpdir(), `multi-partner-quotes-${userInfo().username}-${checkout}`);
}

const noteFile = (stateDir: string): string => join(stateDir, 'stack.json');

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Leaves word of a stack that is up, for `npm run quote` and a second `npm start`. */
export function noteRunning(stateDir: string, ready: ReadyLine): void {
  writeFileSync(noteFile(stateDir), JSON.stringify({ pid: process.pid, ready }), { mode: 0o600 });
}

function readNote(stateDir: string): z.infer<typeof note> | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(noteFile(stateDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The stack of this checkout that is up now; undefined when none is, or when the one that left word is dead. */
export function findRunning(stateDir: string = defaultStateDir()): ReadyLine | undefined {
  const found = readNote(stateDir);
  return found !== undefined && isAlive(found.pid) ? found.ready : undefined;
}

const allPids = ({ pids }: ReadyLine): number[] => [
  ...pids.business,
  ...pids.reactive,
  ...Object.values(pids['partner-adapters']).flat(),
  ...Object.values(pids.infrastructure).flat(),
];

const LEFTOVERS_END_WITHIN_MS = 15_000;

/**
 * Makes sure that nobody else uses the folder. Throws when a stack that is up does; what a killed one left behind is
 * waited for, and its data is gone on with.
 */
export async function claimStateDir(stateDir: string, log: (line: string) => void): Promise<void> {
  const found = readNote(stateDir);
  if (found !== undefined && isAlive(found.pid)) {
    throw new Error(
      `A stack of this checkout is up already: ${found.ready.api} (process ${found.pid}). Stop it first.`,
    );
  }
  if (!existsSync(stateDir)) return;
  log('Going on with the data of a stack that was killed.');
  const pids = found === undefined ? [] : allPids(found.ready);
  const until = Date.now() + LEFTOVERS_END_WITHIN_MS;
  while (pids.some(isAlive) && Date.now() < until) await delay(100);
}
