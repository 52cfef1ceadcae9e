import type { ReadyLine } from './ready-line.js';

export interface StackOptions {
  /** Where data lives while the stack runs; a folder of its own in the system's temporary folder by default. */
  readonly stateDir?: string;
  /** Added to the environment of every process, `{ SANDBOX_LATENCY: 'fixed:20-200' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Lines of progress and of trouble, for people. */
  readonly log?: (line: string) => void;
}

export interface Stack {
  readonly ready: ReadyLine;
  /** Stops every process and removes every file. */
  stop(): Promise<void>;
}
