import { readFileSync } from 'node:fs';
import { partnersOfLine } from '@app/partner-registry';
import { exampleFile } from '../../quote/examples.js';
import type { Output } from '../../quote/view/quote-view.js';
import type { BusinessAlone } from './business-alone.js';
import { tooManyStreams } from './descriptor-limit.js';
import { measureReaders, type ReadersTools } from './measure-readers.js';
import { type ReadersArguments, readersArguments, readersHelp, readReadersOptions } from './readers-arguments.js';
import { type ReadersReport, readersReportLines } from './readers-report.js';
import { newSigningKey } from './signed-post.js';

export interface ReadersWorld extends Omit<ReadersTools, 'log'> {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly startBusiness: (
    env: Readonly<Record<string, string>>,
    log: (line: string) => void,
  ) => Promise<BusinessAlone>;
  /** How many files a process may have open; undefined when nobody knows. */
  readonly descriptors: number | undefined;
}

const EXIT = { MEASURED: 0, FAILED: 1, BAD_ARGUMENTS: 2, INTERRUPTED: 130 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const EXAMPLE = 'm1';
const PARTNERS = partnersOfLine('motor-four-wheeler').map(({ id }) => id);
/** Nothing completes while it is measured. */
const DEADLINE_MS = 900_000;

async function measure(args: ReadersArguments, world: ReadersWorld): Promise<ReadersReport> {
  const log = (line: string): void => void world.stderr.write(`${line}\n`);
  const signingKey = newSigningKey();
  log('Starting a business service of its own …');
  const env = {
    INTERNAL_SIGNING_KEYS: signingKey,
    QUOTE_DEADLINE_MS: String(DEADLINE_MS),
    LATE_ANSWERS_MS: String(DEADLINE_MS),
  };
  const business = await world.startBusiness(env, log);
  try {
    const body = readFileSync(exampleFile(EXAMPLE), 'utf8');
    return await measureReaders(args, {
      ...world,
      log,
      business,
      signingKey,
      partners: PARTNERS,
      nextBody: () => body,
    });
  } finally {
    await business.stop();
    log('Stopped; nothing is left.');
  }
}

/** The whole command. Resolves to its exit code; whatever it started has ended by then. */
export async function runReaders(args: readonly string[], world: ReadersWorld): Promise<ExitCode> {
  const { stdout, stderr, signal, descriptors } = world;
  const options = readReadersOptions(args);
  if (options.flags.has('help')) {
    stdout.write(readersHelp());
    return EXIT.MEASURED;
  }
  const understood = readersArguments(options, PARTNERS.length);
  const problems = understood.ok
    ? [tooManyStreams(understood.value.streams, descriptors) ?? []].flat()
    : understood.error;
  if (!understood.ok || problems.length > 0) {
    stderr.write(`${[...problems, 'All options: npm run bench -- readers --help'].join('\n')}\n`);
    return EXIT.BAD_ARGUMENTS;
  }
  try {
    const report = await measure(understood.value, world);
    stdout.write(
      `${understood.value.json ? JSON.stringify(report, null, 2) : readersReportLines(report).join('\n')}\n`,
    );
    if (signal.aborted) return EXIT.INTERRUPTED;
    return report.missed > 0 ? EXIT.FAILED : EXIT.MEASURED;
  } catch (error) {
    stderr.write(`Nothing was measured. ${error instanceof Error ? error.message : String(error)}\n`);
    return signal.aborted ? EXIT.INTERRUPTED : EXIT.FAILED;
  }
}
