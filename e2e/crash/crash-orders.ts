import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Where on its way a process dies. */
export interface CrashPoint {
  /** For people: what has happened by then. */
  readonly when: string;
  readonly process: string;
  readonly moment: 'before call' | 'after call' | 'before request' | 'after request';
  /** A regular expression over the call: `POST /v1/policies`, `AmazonSQS.SendMessageBatch`. */
  readonly what: string;
}

const hook = fileURLToPath(new URL('./crash-hook.mjs', import.meta.url));

/** Orders processes of a stack to die at a point of their way. */
export class CrashOrders {
  constructor(private readonly file: string) {}

  /** For the environment of every process of the stack. */
  get env(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${hook}`, CRASH_ORDER: this.file };
  }

  /** From now on the first process that gets there dies. */
  give({ process, moment, what }: CrashPoint): void {
    const draft = `${this.file}.draft`;
    writeFileSync(draft, JSON.stringify({ process, moment, what }));
    // At once and whole: a process may be looking right now.
    renameSync(draft, this.file);
  }

  /** Resolves when somebody has died of it. Rejects when nobody came by, and takes the order back. */
  async untilCarriedOut(withinMs: number): Promise<void> {
    for (const until = Date.now() + withinMs; Date.now() < until; await delay(20)) if (!existsSync(this.file)) return;
    rmSync(this.file, { force: true });
    throw new Error('Nobody came to the point where it was ordered to die');
  }
}
