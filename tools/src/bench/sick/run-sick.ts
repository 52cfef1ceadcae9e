import { readFileSync } from 'node:fs';
import { chooseStack, type Stacks } from '../../quote/choose-stack.js';
import { exampleFile } from '../../quote/examples.js';
import type { Output } from '../../quote/view/quote-view.js';
import { BENCH_ENVIRONMENT, refusalToLoad } from '../measured-stack.js';
import { plateOf } from '../request-bodies.js';
import { measureSick, type SickTools } from './measure-sick.js';
import { PartnerIllness } from './partner-illness.js';
import { readSickOptions, type SickArguments, sickArguments, sickHelp } from './sick-arguments.js';
import { type SickReport, sickReportLines } from './sick-report.js';

export interface SickWorld extends Pick<SickTools, 'signal' | 'now' | 'random'> {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stacks: Stacks;
}

const EXIT = { MEASURED: 0, FAILED: 1, BAD_ARGUMENTS: 2, INTERRUPTED: 130 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const EXAMPLE = 'm1';

/** Example M1 for one car after the other. */
function bodies(): SickTools['nextBody'] {
  const example = JSON.parse(readFileSync(exampleFile(EXAMPLE), 'utf8'));
  let n = 0;
  return () => {
    n += 1;
    return { ...example, risk: { ...example.risk, registrationNumber: plateOf(n) } };
  };
}

async function measure(args: SickArguments, world: SickWorld): Promise<SickReport> {
  const log = (line: string): void => void world.stderr.write(`${line}\n`);
  const stack = await chooseStack(world.stacks, { env: BENCH_ENVIRONMENT, log, signal: world.signal });
  try {
    const { sandbox } = stack.ready;
    const refusal = refusalToLoad(stack.ready);
    if (refusal !== undefined || sandbox === null) throw new Error(refusal);
    const illness = new PartnerIllness(sandbox, args.partner);
    return await measureSick(stack.ready, args, { ...world, log, illness, nextBody: bodies() });
  } finally {
    await stack.release();
  }
}

/** The whole command. Resolves to its exit code; whatever it started has ended by then. */
export async function runSick(args: readonly string[], world: SickWorld): Promise<ExitCode> {
  const { stdout, stderr, signal } = world;
  const options = readSickOptions(args);
  if (options.flags.has('help')) {
    stdout.write(sickHelp());
    return EXIT.MEASURED;
  }
  const understood = sickArguments(options);
  if (!understood.ok) {
    stderr.write(`${[...understood.error, 'All options: npm run bench -- sick --help'].join('\n')}\n`);
    return EXIT.BAD_ARGUMENTS;
  }
  try {
    const report = await measure(understood.value, world);
    stdout.write(`${understood.value.json ? JSON.stringify(report, null, 2) : sickReportLines(report).join('\n')}\n`);
    return EXIT.MEASURED;
  } catch (error) {
    stderr.write(`Nothing was measured. ${error instanceof Error ? error.message : String(error)}\n`);
    return signal.aborted ? EXIT.INTERRUPTED : EXIT.FAILED;
  }
}
