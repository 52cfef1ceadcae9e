import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { QuoteTask } from '@app/contracts';
import { EventLines } from './event-lines.js';

/** Below what a client may call in a second, so that none is refused. */
const OPENED_PER_SECOND = 150;
const A_SECOND = 1_000;

export interface ReadersToOpen {
  readonly origin: string;
  readonly key: string;
  readonly tasks: readonly QuoteTask[];
  readonly streams: number;
  /** Called for every event that a reader gets. */
  readonly onEvent: (request: string, id: number) => void;
  readonly signal: AbortSignal;
}

export interface OpenReaders {
  /** How many readers each request has. */
  readonly perRequest: ReadonlyMap<string, number>;
  close(): void;
}

function open(url: string, { key, signal }: ReadersToOpen, agent: Agent): Promise<[ClientRequest, IncomingMessage]> {
  return new Promise((resolve, reject) => {
    const call = get(url, { agent, signal, headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' } });
    call.on('error', reject);
    call.once('response', (response) => resolve([call, response]));
  });
}

/** A reader that is refused for going too fast comes again. */
async function openOne(task: QuoteTask, given: ReadersToOpen, agent: Agent): Promise<ClientRequest> {
  const { origin, onEvent } = given;
  for (;;) {
    const [call, response] = await open(`${origin}${task.links.events}`, given, agent);
    response.on('error', () => undefined);
    if (response.statusCode === 200) {
      const lines = new EventLines((id) => onEvent(task.id, id));
      response.setEncoding('utf8').on('data', (piece: string) => lines.take(piece));
      return call;
    }
    response.resume();
    if (response.statusCode !== 429) throw new Error(`A stream was answered with ${response.statusCode}`);
    await delay(Number(response.headers['retry-after'] ?? 1) * A_SECOND);
  }
}

/** Opens the streams, the requests taking turns. Resolves when all of them are open. */
export async function openReaders(given: ReadersToOpen): Promise<OpenReaders> {
  const { tasks, streams, signal } = given;
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const perRequest = new Map<string, number>();
  const opening: Promise<ClientRequest>[] = [];
  for (let count = 0; count < streams; count += 1) {
    signal.throwIfAborted();
    const task = tasks[count % tasks.length];
    if (task === undefined) break;
    perRequest.set(task.id, (perRequest.get(task.id) ?? 0) + 1);
    opening.push(openOne(task, given, agent));
    if (count % OPENED_PER_SECOND === OPENED_PER_SECOND - 1) await Promise.all([...opening, delay(A_SECOND)]);
  }
  await Promise.all(opening);
  return { perRequest, close: () => agent.destroy() };
}
