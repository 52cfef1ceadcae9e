import { ok, type Result, refused } from '@app/domain';
import { partnersOfLine } from '@app/partner-registry';
import {
  describeOptions,
  type GivenOptions,
  type OptionDefinition,
  readNumbers,
  readOptions,
} from '../../quote/command-line.js';
import { FAILURE_MODES, type FailureMode, isFailureMode } from './failure-modes.js';

/** What is asked: every partner of it gets the same load. */
const LINE = 'motor-four-wheeler';
const SELLERS = partnersOfLine(LINE).map(({ id }) => id);
const ALL_MODES = Object.keys(FAILURE_MODES).filter(isFailureMode);

const SICK_OPTIONS = {
  partner: { takes: 'SLUG', about: `who falls ill: ${SELLERS.join(', ')} [acme-general]` },
  modes: { takes: 'LIST', about: `how, comma separated: ${ALL_MODES.join(', ')} [all]` },
  rate: { takes: 'N', about: 'quote requests a second, at most 50 [5]' },
  seconds: { takes: 'N', about: 'how long each phase takes, well and ill, at most 300 [20]' },
  json: { about: 'one JSON document on standard output and nothing else there' },
  help: { about: 'this text' },
} as const satisfies Record<string, OptionDefinition>;

type SickOption = keyof typeof SICK_OPTIONS;

export interface SickArguments {
  readonly partner: string;
  readonly modes: readonly FailureMode[];
  readonly ratePerSecond: number;
  readonly seconds: number;
  readonly json: boolean;
}

const BOUNDS = {
  rate: { fallback: 5, min: 0.5, max: 50 },
  seconds: { fallback: 20, min: 2, max: 300 },
} as const;

export const readSickOptions = (args: readonly string[]): GivenOptions<SickOption> => readOptions(SICK_OPTIONS, args);

/** What to do, or every problem of the arguments at once. */
export function sickArguments({ texts, flags, problems }: GivenOptions<SickOption>): Result<SickArguments, string[]> {
  const { values, problems: outOfBounds } = readNumbers(texts, BOUNDS);
  const found = [...problems, ...outOfBounds];
  const partner = texts.get('partner') ?? 'acme-general';
  if (!SELLERS.includes(partner)) found.push(`--partner: "${partner}" is none of ${SELLERS.join(', ')}`);
  const names = texts.get('modes')?.split(',') ?? ALL_MODES;
  const unknown = names.filter((name) => !isFailureMode(name));
  if (unknown.length > 0) found.push(`--modes: "${unknown.join(', ')}" is none of ${ALL_MODES.join(', ')}`);
  if (found.length > 0) return refused(found);
  const { rate: ratePerSecond, seconds } = values;
  return ok({ partner, modes: names.filter(isFailureMode), ratePerSecond, seconds, json: flags.has('json') });
}

export const sickHelp = (): string => `npm run bench -- sick [options]

Measures what one partner's illness costs the others. For each way of being ill: the same load while everybody is well and
while one partner is ill; then the partner is well again and the load goes on until it answers. Shows how much later the
other partners' answers came, how often the sick one was called (counted by the sandbox), and how long it took to be asked
again.

${describeOptions(SICK_OPTIONS)}

Only the stack of this checkout is ever loaded; when none runs, one is started for the measurement.
Exit codes: 0 measured; 1 nothing could be measured; 2 bad arguments; 130 ended early.
`;
