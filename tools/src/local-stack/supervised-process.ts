import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

export interface ProcessDefinition {
  readonly name: string;
  /** The compiled entry. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** How long it waits at most before it is started again; by default more and more, up to 5 s. */
  readonly slowestRestartMs?: number;
}

const readyMessage = z.object({ ready: z.literal(true), ports: z.record(z.string(), z.int()) });
const logLine = z.object({
  level: z.int(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/**
 * Short-lived objects are most of what a service makes. With V8's own choice each process grows to twice the memory for
 * a tenth less processor time; measured with `npm run bench`.
 */
const NODE_FLAGS = ['--max-semi-space-size=4'];

const STOP_WITHIN_MS = 10_000;
/** A process that dies sooner than this after its start is started again more and more slowly. */
const SETTLED_AFTER_MS = 5_000;
const SLOWEST_RESTART_MS = 5_000;
const LAST_LINES = 20;

/** One line of a service's log for people; other output as it is. */
function readable(line: string): string {
  try {
    const { msg, err } = logLine.parse(JSON.parse(line));
    return [msg, err?.message].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}

/** A child process that is started again when it dies, until it is told to stop. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private quickDeaths = 0;
  private readonly lastLines: string[] = [];

  constructor(
    private readonly definition: ProcessDefinition,
    private readonly log: (line: string) => void,
  ) {}

  get name(): string {
    return this.definition.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when the process says that it is ready; rejects when it ends before that. */
  start(): Promise<void> {
    const { name, script, env } = this.definition;
    // A group of its own: Ctrl-C reaches us alone, and we stop the processes in order.
    const child = fork(script, [], {
      env: { ...process.env, ...env },
      execArgv: NODE_FLAGS,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.passOn(child.stdout);
    this.passOn(child.stderr);
    const startedAt = Date.now();
    return new Promise((resolve, reject) => {
      let ready = false;
      child.on('message', (message) => {
        ready ||= readyMessage.safeParse(message).success;
        if (ready) resolve();
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        if (!ready) reject(new Error(`${name} ended before it was ready.\n${this.lastLines.join('\n')}`));
        else if (!this.stopping) void this.startAgain(signal ?? `exit code ${code}`, Date.now() - startedAt);
      });
    });
  }

  /** Asks the process to stop, and makes it when it takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the process and all that it started, at once. */
  end(): void {
    this.stopping = true;
    this.kill();
  }

  /** Kills the process and all that it started, the way an accident would: it is started again. */
  kill(): void {
    if (this.pid !== undefined && this.child?.exitCode === null) process.kill(-this.pid, 'SIGKILL');
  }

  private async startAgain(reason: string, livedMs: number): Promise<void> {
    this.quickDeaths = livedMs < SETTLED_AFTER_MS ? this.quickDeaths + 1 : 0;
    this.log(`${this.name} died (${reason}); starting it again.`);
    const { slowestRestartMs = SLOWEST_RESTART_MS } = this.definition;
    await delay(this.quickDeaths === 0 ? 0 : Math.min(100 * 2 ** this.quickDeaths, slowestRestartMs));
    if (this.stopping) return;
    try {
      await this.start();
      this.log(`${this.name} is back (pid ${this.pid}).`);
    } catch (error) {
      if (!this.stopping) await this.startAgain(error instanceof Error ? error.message : String(error), 0);
    }
  }

  private passOn(stream: Readable | null): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      const text = readable(line);
      this.lastLines.push(text);
      if (this.lastLines.length > LAST_LINES) this.lastLines.shift();
      this.log(`${this.name}: ${text}`);
    });
  }
}
