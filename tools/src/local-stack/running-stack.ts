import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
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
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(noteFile(stateDir), JSON.stringify({ pid: process.pid, ready }), { mode: 0o600 });
}

export const forgetRunning = (stateDir: string): void => rmSync(noteFile(stateDir), { force: true });

/** The stack of this checkout that is up now; undefined when none is, or when the one that left word is dead. */
export function findRunning(stateDir: string = defaultStateDir()): ReadyLine | undefined {
  try {
    const { pid, ready } = note.parse(JSON.parse(readFileSync(noteFile(stateDir), 'utf8')));
    return isAlive(pid) ? ready : undefined;
  } catch {
    return undefined;
  }
}
