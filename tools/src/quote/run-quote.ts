import { ApiError } from './api/api-error.js';
import { type ApiAddress, QuoteApi } from './api/quote-api.js';
import { chooseAddress, type Stacks } from './choose-stack.js';
import { followQuote } from './follow-quote.js';
import { type QuoteArguments, quoteArguments, readQuoteOptions } from './quote-arguments.js';
import { quoteHelp } from './quote-help.js';
import type { Snapshot } from './snapshot.js';
import { chooseView } from './view/choose-view.js';
import type { Output, QuoteView } from './view/quote-view.js';

export interface QuoteWorld {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stacks: Stacks;
  /** Aborts when the quote is to end early. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly dumbTerminal: boolean;
}

const EXIT = { COMPLETED: 0, FAILED: 1, BAD_ARGUMENTS: 2, NO_STACK: 3, INTERRUPTED: 130 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const NO_STACK = [
  'No stack of this checkout runs, and --no-start forbids starting one.',
  'Start it in another terminal with npm start, leave --no-start out, or name another one with --api and --key.',
];

const complain = ({ stderr }: QuoteWorld, lines: readonly string[]): void => void stderr.write(`${lines.join('\n')}\n`);

async function showQuote(view: QuoteView, snapshots: AsyncIterable<Snapshot>): Promise<void> {
  let last: Snapshot | undefined;
  for await (const snapshot of snapshots) {
    view.show(snapshot);
    last = snapshot;
  }
  if (last !== undefined) view.finish(last);
}

async function askAt(address: ApiAddress, { request, json }: QuoteArguments, world: QuoteWorld): Promise<void> {
  const { signal, now, stdout } = world;
  if (!json) stdout.write(`Asking ${address.api} for a quote (${request.title}) …\n`);
  const api = new QuoteApi(address);
  const view = chooseView({ json, output: stdout, now, dumb: world.dumbTerminal });
  try {
    await showQuote(view, followQuote({ api, body: request.body, signal, now }));
  } finally {
    view.close();
    await api.close();
  }
}

async function quote(args: QuoteArguments, world: QuoteWorld): Promise<void> {
  const { stacks, signal } = world;
  const log = (line: string): void => complain(world, [line]);
  const { release, ...address } = await chooseAddress(args.address, stacks, { log, signal });
  try {
    signal.throwIfAborted();
    await askAt(address, args, world);
  } finally {
    await release();
  }
}

function explain(error: unknown, world: QuoteWorld): ExitCode {
  if (world.signal.aborted) {
    complain(world, ['Ended early.']);
    return EXIT.INTERRUPTED;
  }
  if (error instanceof ApiError) complain(world, [error.message]);
  else complain(world, ['The quote did not work out:', error instanceof Error ? error.message : String(error)]);
  return EXIT.FAILED;
}

/** The whole command. Resolves to its exit code; whatever it started has ended by then. */
export async function runQuote(args: readonly string[], world: QuoteWorld): Promise<ExitCode> {
  const options = readQuoteOptions(args);
  if (options.flags.has('help')) {
    world.stdout.write(quoteHelp());
    return EXIT.COMPLETED;
  }
  const understood = quoteArguments(options);
  if (!understood.ok) {
    complain(world, [...understood.error, 'All options: npm run quote -- --help']);
    return EXIT.BAD_ARGUMENTS;
  }
  const { address, mayStart } = understood.value;
  if (address === undefined && !mayStart && world.stacks.findRunning() === undefined) {
    complain(world, NO_STACK);
    return EXIT.NO_STACK;
  }
  try {
    await quote(understood.value, world);
    return EXIT.COMPLETED;
  } catch (error) {
    return explain(error, world);
  }
}
