import { chooseStack, type Stacks } from '../quote/choose-stack.js';
import type { Output } from '../quote/view/quote-view.js';
import { type BenchArguments, benchArguments, readBenchOptions } from './bench-arguments.js';
import { benchHelp } from './bench-help.js';
import type { BenchReport } from './bench-report.js';
import { type BenchTools, measureStack } from './measure-stack.js';
import { BENCH_ENVIRONMENT } from './measured-stack.js';
import { reportLines } from './report-text.js';

export interface BenchWorld extends Omit<BenchTools, 'log'> {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stacks: Stacks;
}

const EXIT = { MEASURED: 0, FAILED: 1, BAD_ARGUMENTS: 2, INTERRUPTED: 130 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

async function bench(args: BenchArguments, world: BenchWorld): Promise<BenchReport> {
  const { stacks, signal, stderr } = world;
  const log = (line: string): void => void stderr.write(`${line}\n`);
  const stack = await chooseStack(stacks, { env: BENCH_ENVIRONMENT, log, signal });
  try {
    signal.throwIfAborted();
    return await measureStack(stack.ready, args, { ...world, log });
  } finally {
    await stack.release();
  }
}

function explain(error: unknown, { signal, stderr }: BenchWorld): ExitCode {
  const known = error instanceof Error ? error.message : String(error);
  stderr.write(signal.aborted ? 'Ended before anything was measured.\n' : `Nothing was measured. ${known}\n`);
  return signal.aborted ? EXIT.INTERRUPTED : EXIT.FAILED;
}

function exitCodeOf({ load, requests }: BenchReport): ExitCode {
  if (load.endedEarly) return EXIT.INTERRUPTED;
  return requests.completed === 0 ? EXIT.FAILED : EXIT.MEASURED;
}

/** The whole command. Resolves to its exit code; whatever it started has ended by then. */
export async function runBench(args: readonly string[], world: BenchWorld): Promise<ExitCode> {
  const options = readBenchOptions(args);
  if (options.flags.has('help')) {
    world.stdout.write(benchHelp());
    return EXIT.MEASURED;
  }
  const understood = benchArguments(options);
  if (!understood.ok) {
    world.stderr.write(`${[...understood.error, 'All options: npm run bench -- --help'].join('\n')}\n`);
    return EXIT.BAD_ARGUMENTS;
  }
  try {
    const report = await bench(understood.value, world);
    const text = understood.value.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n');
    world.stdout.write(`${text}\n`);
    return exitCodeOf(report);
  } catch (error) {
    return explain(error, world);
  }
}
