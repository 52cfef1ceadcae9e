import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isAlive } from '../infrastructure/process-alive.js';
import { type ReadyLine, readyLine } from './ready-line.js';

/** Who uses the folder; `ready` and its database once that stack is healthy. */
const note = z.object({ pid: z.int(), ready: readyLine.nullable(), databaseUrl: z.string().nullable() });
type Note = z.infer<typeof note>;

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the stack of this checkout keeps its data while it runs: outside the checkout, readable by PostgreSQL's user. */
export function defaultStateDir(): string {
  const checkout = createHash('sha256').update(repository).digest('hex').slice(0, 8);
  return join(tmpdir(), `multi-partner-quotes-${userInfo().username}-${checkout}`);
}

/** A folder for a stack of its own, beside the one of this checkout. */
export const ownStateDir = (): string => join(tmpdir(), `multi-partner-quotes-${randomUUID()}`);

const NOBODY_YET = { ready: null, databaseUrl: null };

const noteFile = (stateDir: string): string => join(stateDir, 'stack.json');

function writeNote(stateDir: string, running: Omit<Note, 'pid'>, flag: 'w' | 'wx'): void {
  const content: Note = { pid: process.pid, ...running };
  writeFileSync(noteFile(stateDir), JSON.stringify(content), { mode: 0o600, flag });
}

function readNote(stateDir: string): Note | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(noteFile(stateDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Leaves word of a stack that is up, for `npm run quote` and `npm run clients`; for nobody else's eyes. */
export const noteRunning = (stateDir: string, ready: ReadyLine, databaseUrl: string): void =>
  writeNote(stateDir, { ready, databaseUrl }, 'w');

function noteOfRunning(stateDir: string): Note | undefined {
  const found = readNote(stateDir);
  return found?.ready && isAlive(found.pid) ? found : undefined;
}

/** The stack of this checkout that is up now; undefined when none is, or when the one that left word is dead. */
export const findRunning = (stateDir: string = defaultStateDir()): ReadyLine | undefined =>
  noteOfRunning(stateDir)?.ready ?? undefined;

/** The database of that stack. */
export const findRunningDatabase = (stateDir: string = defaultStateDir()): string | undefined =>
  noteOfRunning(stateDir)?.databaseUrl ?? undefined;

const allPids = ({ pids }: ReadyLine): number[] => [
  ...pids.business,
  ...pids.reactive,
  ...Object.values(pids['partner-adapters']).flat(),
  ...Object.values(pids.infrastructure).flat(),
];

const LEFTOVERS_END_WITHIN_MS = 15_000;

async function takeOver(stateDir: string, found: Note | undefined, log: (line: string) => void): Promise<void> {
  log('Going on with the data of a stack that was killed.');
  const pids = found?.ready ? allPids(found.ready) : [];
  const until = Date.now() + LEFTOVERS_END_WITHIN_MS;
  while (pids.some(isAlive) && Date.now() < until) await delay(100);
  writeNote(stateDir, NOBODY_YET, 'w');
}

/**
 * Takes the folder for this process alone. Throws when a stack that is up, or is starting, has it; what a killed one
 * left behind is waited for, and its data is gone on with.
 */
export async function claimStateDir(stateDir: string, log: (line: string) => void): Promise<void> {
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  try {
    writeNote(stateDir, NOBODY_YET, 'wx');
  } catch {
    const found = readNote(stateDir);
    if (found === undefined || !isAlive(found.pid)) return takeOver(stateDir, found, log);
    const where = found.ready?.api ?? 'it is still starting';
    throw new Error(`A stack of this checkout is up already: ${where} (process ${found.pid}). Stop it first.`);
  }
}
