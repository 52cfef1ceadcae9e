import type { ApiAddress } from './api/api-connection.js';
import { ApiError } from './api/api-error.js';
import { ApplicationApi } from './api/application-api.js';
import { QuoteApi } from './api/quote-api.js';
import { type ApplyArguments, type ApplyOutcome, applyForOffer } from './apply/apply-for-offer.js';
import type { Confirm } from './apply/decide-price.js';
import { chooseAddress, type Stacks } from './choose-stack.js';
import { EXIT, type ExitCode } from './exit-codes.js';
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
  readonly today: () => Date;
  readonly dumbTerminal: boolean;
  /** Asks whoever sits there; undefined where nobody does. */
  readonly confirm: Confirm | undefined;
}

/** http-api.md: documents are there seconds after the policy at most. */
const DOCUMENTS_WITHIN_MS = 20_000;

const EXIT_OF: Readonly<Record<ApplyOutcome, ExitCode>> = {
  ISSUED: EXIT.COMPLETED,
  PRICE_CHANGED: EXIT.PRICE_CHANGED,
  FAILED: EXIT.FAILED,
};

const NO_STACK = [
  'No stack of this checkout runs, and --no-start forbids starting one.',
  'Start it in another terminal with npm start, leave --no-start out, or name another one with --api and --key.',
];

const complain = ({ stderr }: QuoteWorld, lines: readonly string[]): void => void stderr.write(`${lines.join('\n')}\n`);

async function showQuote(view: QuoteView, snapshots: AsyncIterable<Snapshot>): Promise<Snapshot | undefined> {
  let last: Snapshot | undefined;
  for await (const snapshot of snapshots) {
    view.show(snapshot);
    last = snapshot;
  }
  if (last !== undefined) view.finish(last);
  return last;
}

interface Asking {
  readonly address: ApiAddress;
  readonly args: QuoteArguments;
  readonly view: QuoteView;
  readonly world: QuoteWorld;
}

async function askAt({ address, args, view, world }: Asking): Promise<Snapshot | undefined> {
  view.say([`Asking ${address.api} for a quote (${args.request.title}) …`]);
  const api = new QuoteApi(address);
  try {
    const { signal, now } = world;
    return await showQuote(view, followQuote({ api, body: args.request.body, signal, now }));
  } finally {
    await api.close();
  }
}

async function applyAt(
  { address, args, view, world }: Asking,
  apply: ApplyArguments,
  { result }: Snapshot,
): Promise<ExitCode> {
  const api = new ApplicationApi(address);
  const { signal, today } = world;
  const tools = {
    ...{ api, view, signal, today, acceptsPrice: apply.acceptsPrice, documentsWithinMs: DOCUMENTS_WITHIN_MS },
    complain: (lines: readonly string[]) => complain(world, lines),
    // A program reads the document, and nobody the question.
    confirm: args.json ? undefined : world.confirm,
  };
  try {
    return EXIT_OF[await applyForOffer(result, apply, tools)];
  } finally {
    await api.close();
  }
}

async function quoteAt(address: ApiAddress, args: QuoteArguments, world: QuoteWorld): Promise<ExitCode> {
  const { now, stdout: output, dumbTerminal: dumb } = world;
  const view = chooseView({ json: args.json, applies: args.apply !== undefined, output, now, dumb });
  const asking = { address, args, view, world };
  try {
    const snapshot = await askAt(asking);
    return args.apply === undefined || snapshot === undefined
      ? EXIT.COMPLETED
      : await applyAt(asking, args.apply, snapshot);
  } finally {
    view.close();
  }
}

async function quote(args: QuoteArguments, world: QuoteWorld): Promise<ExitCode> {
  const { stacks, signal } = world;
  const log = (line: string): void => complain(world, [line]);
  const { release, ...address } = await chooseAddress(args.address, stacks, { log, signal });
  try {
    signal.throwIfAborted();
    return await quoteAt(address, args, world);
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
    return await quote(understood.value, world);
  } catch (error) {
    return explain(error, world);
  }
}
