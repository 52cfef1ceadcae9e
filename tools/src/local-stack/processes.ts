import { type ProcessDefinition, SupervisedProcess } from './supervised-process.js';

/** The processes of one stack, in the order in which they were started. */
export class Processes {
  private readonly all: SupervisedProcess[] = [];
  private stopping = false;

  constructor(
    private readonly log: (line: string) => void,
    /** For all of them, unless a definition says otherwise. */
    private readonly common: Pick<ProcessDefinition, 'env' | 'slowestRestartMs'>,
  ) {}

  /** Starts processes side by side and resolves when all of them are ready. */
  async start(definitions: readonly ProcessDefinition[]): Promise<void> {
    if (this.stopping) return;
    const added = definitions.map(
      ({ env, ...definition }) =>
        new SupervisedProcess({ ...this.common, ...definition, env: { ...this.common.env, ...env } }, this.log),
    );
    this.all.push(...added);
    await Promise.all(added.map((process) => process.start()));
  }

  pidsOf(name: string): number[] {
    const pid = this.all.find((process) => process.name === name)?.pid;
    return pid === undefined ? [] : [pid];
  }

  /** Last started, first stopped: what serves others outlives them. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const process of this.all.toReversed()) await process.stop();
  }

  /** Ends all of them at once. */
  kill(): void {
    this.stopping = true;
    for (const process of this.all) process.end();
  }

  /** Kills one the way an accident would. */
  killOne(name: string): void {
    const process = this.all.find((candidate) => candidate.name === name);
    if (process === undefined) throw new Error(`There is no process ${name}`);
    process.kill();
  }
}
