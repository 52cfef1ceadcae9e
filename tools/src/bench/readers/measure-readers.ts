import { setTimeout as delay } from 'node:timers/promises';
import { type QuoteTask } from '@app/contracts';
import { QuoteApi } from '../../quote/api/quote-api.js';
import { distributionOf } from '../percentiles.js';
import type { ReadUsage } from '../process-meter.js';
import { ArrivalBoard } from './arrival-board.js';
import type { BusinessAlone } from './business-alone.js';
import { type OpenReaders, openReaders } from './open-readers.js';
import { postedAnswer } from './posted-answer.js';
import type { ReadersArguments } from './readers-arguments.js';
import type { ReadersReport } from './readers-report.js';
import { postAnswer } from './signed-post.js';

export interface ReadersTools {
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly readUsage: ReadUsage;
  readonly log: (line: string) => void;
  /** How long a figure of memory may settle. */
  readonly settleMs: number;
  /** An answer that a reader has not got by then is missed. */
  readonly arriveWithinMs: number;
}

export interface ReadersSetup extends ReadersTools {
  readonly business: Pick<BusinessAlone, 'api' | 'internal' | 'key' | 'pid'>;
  /** What signs answers. */
  readonly signingKey: string;
  /** Who answers, in turn. */
  readonly partners: readonly string[];
  readonly nextBody: () => string;
}

interface PostTiming {
  readonly fromSent: number;
  readonly fromAccepted: number;
}

async function memoryOf({ business, readUsage, settleMs, signal }: ReadersSetup): Promise<number> {
  await delay(settleMs, undefined, { signal });
  return (await readUsage([business.pid])).get(business.pid)?.memoryBytes ?? 0;
}

/** Posts answers one after the other, the requests taking turns; the timing of each, undefined for one that was missed. */
async function postAll(
  count: number,
  tasks: readonly QuoteTask[],
  setup: ReadersSetup,
  board: ArrivalBoard,
  { perRequest }: OpenReaders,
): Promise<(PostTiming | undefined)[]> {
  const { business, signingKey, partners, now, signal, arriveWithinMs } = setup;
  const timings: (PostTiming | undefined)[] = [];
  for (let index = 0; index < count && !signal.aborted; index += 1) {
    const round = Math.floor(index / tasks.length);
    const [task, partner] = [tasks[index % tasks.length], partners[round]];
    if (task === undefined || partner === undefined) break;
    const answer = postedAnswer(task.id, partner, new Date());
    const readers = perRequest.get(task.id) ?? 0;
    const sentAt = now();
    const arriving = board.lastArrival(task.id, task.version + round + 1, readers, arriveWithinMs);
    await postAnswer(business.internal, signingKey, answer);
    const acceptedAt = now();
    const last = await arriving;
    const timing = last === undefined ? undefined : { fromSent: last - sentAt, fromAccepted: last - acceptedAt };
    timings.push(timing);
  }
  return timings;
}

/** Opens the readers and posts the answers. Throws when the service refuses something. */
export async function measureReaders(args: ReadersArguments, setup: ReadersSetup): Promise<ReadersReport> {
  const { business, nextBody, signal, log, now } = setup;
  const { streams, requests, answers } = args;
  const api = new QuoteApi(business);
  const board = new ArrivalBoard(now);
  let readers: OpenReaders | undefined;
  try {
    const tasks: QuoteTask[] = [];
    while (tasks.length < requests) tasks.push(await api.ask(nextBody(), signal));
    const beforeBytes = await memoryOf(setup);
    log(`Opening ${streams} streams on ${requests} requests …`);
    const onEvent = (request: string, id: number): void => board.arrived(request, id);
    readers = await openReaders({ origin: business.api, key: business.key, tasks, streams, onEvent, signal });
    const withReadersBytes = await memoryOf(setup);
    log(`Posting ${answers} answers …`);
    const timings = await postAll(answers, tasks, setup, board, readers);
    const known = timings.filter((timing) => timing !== undefined);
    return {
      load: { streams, requests, answers: timings.length },
      memory: {
        beforeBytes,
        withReadersBytes,
        bytesPerReader: (withReadersBytes - beforeBytes) / streams,
        afterAnswersBytes: await memoryOf(setup),
      },
      milliseconds: {
        fromSent: distributionOf(known.map(({ fromSent }) => fromSent)) ?? null,
        fromAccepted: distributionOf(known.map(({ fromAccepted }) => Math.max(0, fromAccepted))) ?? null,
      },
      missed: timings.length - known.length,
    };
  } finally {
    readers?.close();
    await api.close();
  }
}
