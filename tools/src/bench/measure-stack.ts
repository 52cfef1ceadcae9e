import { setTimeout as delay } from 'node:timers/promises';
import type { ReadyLine } from '../local-stack/ready-line.js';
import { QuoteApi } from '../quote/api/quote-api.js';
import { poissonArrivals } from './arrivals.js';
import type { BenchArguments } from './bench-arguments.js';
import { type BenchReport, benchReport } from './bench-report.js';
import { measureQuote } from './measure-quote.js';
import { partnersElsewhere, refusalToLoad, setupWarnings } from './measured-stack.js';
import { type LoopOutcome, runOpenLoop } from './open-loop.js';
import { processGroups } from './process-groups.js';
import { type DescendantsOf, ProcessMeter, type ReadUsage } from './process-meter.js';
import { requestBodies } from './request-bodies.js';
import { quoteCalls, type SandboxCall, sandboxOptions } from './sandbox-control.js';
import { Tally } from './tally.js';

export interface BenchTools {
  /** Aborts when the load is to end early. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** This process. */
  readonly pid: number;
  readonly readUsage: ReadUsage;
  readonly descendantsOf: DescendantsOf;
  readonly log: (line: string) => void;
}

/** The stack must not, or cannot, be measured. */
class BenchRefusal extends Error {}

const MAX_IN_FLIGHT = 500;
const SAMPLE_EVERY_MS = 1_000;

/** Quotes one after the other, each for another car, on one stack. */
class Load {
  private readonly nextBody = requestBodies();

  constructor(
    private readonly api: QuoteApi,
    private readonly tools: BenchTools,
  ) {}

  one() {
    const { signal, now } = this.tools;
    return measureQuote({ api: this.api, body: this.nextBody(), signal, now });
  }

  /** Sends at the rate for that long, counts into `tally`, and resolves when the last request has ended. */
  run(ratePerSecond: number, seconds: number, tally: Tally): Promise<LoopOutcome> {
    const { signal, now, random } = this.tools;
    const dueMs = poissonArrivals({ ratePerSecond, seconds, random });
    return runOpenLoop({ dueMs, maxInFlight: MAX_IN_FLIGHT, send: () => tally.count(this.one()), signal, now });
  }
}

/** Asks for one quote; resolves to the sandbox's count of calls when every partner was asked there. */
async function checkPartners(load: Load, sandbox: string): Promise<number> {
  const timing = await load.one();
  const { items, next } = await quoteCalls(sandbox, 0);
  const elsewhere = partnersElsewhere(timing, items);
  if (elsewhere.length === 0) return next;
  const partners = elsewhere.join(', ');
  throw new BenchRefusal(
    `Not asked at the sandbox of this stack, so not to be loaded or not to be reached: ${partners}.`,
  );
}

/** Samples at once, every second while the work goes on, and after it. */
async function metered<Outcome>(meter: ProcessMeter, work: () => Promise<Outcome>): Promise<Outcome> {
  const done = new AbortController();
  await meter.sample();
  const sampling = (async () => {
    while (!done.signal.aborted) {
      await delay(SAMPLE_EVERY_MS, undefined, { signal: done.signal }).catch(() => undefined);
      await meter.sample();
    }
  })();
  try {
    return await work();
  } finally {
    done.abort();
    await sampling;
  }
}

/** Undefined when the sandbox is gone: what was measured without it is still worth printing. */
const callsSince = (sandbox: string, seq: number): Promise<readonly SandboxCall[] | undefined> =>
  quoteCalls(sandbox, seq).then(
    ({ items }) => items,
    () => undefined,
  );

/** Loads a stack and measures it. Throws `BenchRefusal`, and `ApiError` when not even one quote can be had. */
export async function measureStack(ready: ReadyLine, args: BenchArguments, tools: BenchTools): Promise<BenchReport> {
  const { sandbox, api: origin, key } = ready;
  const refusal = refusalToLoad(ready);
  if (refusal !== undefined || sandbox === null) throw new BenchRefusal(refusal);
  const warnings = setupWarnings(await sandboxOptions(sandbox));
  for (const warning of warnings) tools.log(`WARNING: ${warning}`);
  const api = new QuoteApi({ api: origin, key }, MAX_IN_FLIGHT);
  try {
    const load = new Load(api, tools);
    const seq = await checkPartners(load, sandbox);
    tools.log(`Warming up for ${args.warmupSeconds} s …`);
    await load.run(args.ratePerSecond, args.warmupSeconds, new Tally(tools.signal));
    tools.log(`Measuring for ${args.seconds} s …`);
    const tally = new Tally(tools.signal);
    const meter = new ProcessMeter(processGroups(ready, tools.pid), tools.readUsage, tools.descendantsOf);
    const outcome = await metered(meter, () => load.run(args.ratePerSecond, args.seconds, tally));
    const calls = await callsSince(sandbox, seq);
    if (calls === undefined) warnings.push('The sandbox is gone: nothing is known of the partners’ own time.');
    return benchReport({ args, endedEarly: tools.signal.aborted, warnings, tally, outcome, calls: calls ?? [], meter });
  } finally {
    await api.close();
  }
}
