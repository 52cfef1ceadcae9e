import { ok, type Result, refused } from '@app/domain';
import {
  type GivenOptions,
  type NumberBounds,
  type OptionDefinition,
  readNumbers,
  readOptions,
} from '../quote/command-line.js';

export const BENCH_OPTIONS = {
  rate: { takes: 'N', about: 'quote requests a second, at most 200 [20]' },
  seconds: { takes: 'N', about: 'how long is measured, at most 600 [30]' },
  warmup: { takes: 'N', about: 'seconds of the same load before that, not counted, at most 60 [5]' },
  json: { about: 'one JSON document on standard output and nothing else there' },
  help: { about: 'this text' },
} as const satisfies Record<string, OptionDefinition>;

type BenchOption = keyof typeof BENCH_OPTIONS;

export interface BenchArguments {
  readonly ratePerSecond: number;
  readonly seconds: number;
  readonly warmupSeconds: number;
  readonly json: boolean;
}

const BOUNDS = {
  rate: { fallback: 20, min: 0.1, max: 200 },
  seconds: { fallback: 30, min: 1, max: 600 },
  warmup: { fallback: 5, min: 0, max: 60 },
} as const satisfies Partial<Record<BenchOption, NumberBounds>>;

/** More than this, and the sandbox's record of its calls would be too short to measure by. */
const MAX_REQUESTS = 20_000;

export const readBenchOptions = (args: readonly string[]): GivenOptions<BenchOption> =>
  readOptions(BENCH_OPTIONS, args);

/** What to do, or every problem of the arguments at once. */
export function benchArguments({
  texts,
  flags,
  problems,
}: GivenOptions<BenchOption>): Result<BenchArguments, string[]> {
  const { values, problems: outOfBounds } = readNumbers(texts, BOUNDS);
  const { rate: ratePerSecond, seconds, warmup: warmupSeconds } = values;
  const found = [...problems, ...outOfBounds];
  if (ratePerSecond * seconds > MAX_REQUESTS)
    found.push(`--rate times --seconds is more than ${MAX_REQUESTS} requests: take less of one of them`);
  return found.length > 0 ? refused(found) : ok({ ratePerSecond, seconds, warmupSeconds, json: flags.has('json') });
}
