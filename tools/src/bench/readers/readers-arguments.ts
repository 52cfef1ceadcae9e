import { ok, type Result, refused } from '@app/domain';
import {
  describeOptions,
  type GivenOptions,
  type NumberBounds,
  type OptionDefinition,
  readNumbers,
  readOptions,
} from '../../quote/command-line.js';

const READERS_OPTIONS = {
  streams: { takes: 'N', about: 'readers of server-sent events, at most 20000 [1000]' },
  requests: { takes: 'N', about: 'quote requests that they read, at most 1000 [20]' },
  answers: { takes: 'N', about: 'answers that are posted, one after the other, at most 2000 [100]' },
  json: { about: 'one JSON document on standard output and nothing else there' },
  help: { about: 'this text' },
} as const satisfies Record<string, OptionDefinition>;

type ReadersOption = keyof typeof READERS_OPTIONS;

export interface ReadersArguments {
  readonly streams: number;
  readonly requests: number;
  readonly answers: number;
  readonly json: boolean;
}

const BOUNDS = {
  streams: { fallback: 1_000, min: 1, max: 20_000, whole: true },
  requests: { fallback: 20, min: 1, max: 1_000, whole: true },
  answers: { fallback: 100, min: 1, max: 2_000, whole: true },
} as const satisfies Partial<Record<ReadersOption, NumberBounds>>;

export const readReadersOptions = (args: readonly string[]): GivenOptions<ReadersOption> =>
  readOptions(READERS_OPTIONS, args);

/** What to do, or every problem of the arguments at once. `partners`: how many answer one request. */
export function readersArguments(
  { texts, flags, problems }: GivenOptions<ReadersOption>,
  partners: number,
): Result<ReadersArguments, string[]> {
  const { values, problems: outOfBounds } = readNumbers(texts, BOUNDS);
  const { streams, requests } = values;
  const answers = Math.min(values.answers, requests * partners);
  const found = [...problems, ...outOfBounds];
  return found.length > 0 ? refused(found) : ok({ streams, requests, answers, json: flags.has('json') });
}

export const readersHelp = (): string => `npm run bench -- readers [options]

Measures readers that wait. Starts a business service with PostgreSQL, the SNS/SQS emulator and, where it is installed,
Redis, but without anybody who would answer; opens server-sent event streams on quote requests, posts answers by the
callback API, and takes the time until the last reader of the request has each one. Memory is that of the business
service, before the streams were opened and with all of them open.

${describeOptions(READERS_OPTIONS)}

Each stream takes a file descriptor of this process and one of the service: where the limit is lower than --streams
plus 200, raise it (ulimit -n 25000) or take fewer. Readers and service share the cores of this machine. The client
may call 200 times a second, so that 5000 streams take half a minute to open.
For a program: npm --silent run bench -- readers --json
Exit codes: 0 measured; 1 nothing could be measured, or a reader missed an event; 2 bad arguments; 130 ended early.
`;
