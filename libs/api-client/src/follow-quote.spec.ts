import { afterEach, describe, expect, it } from '@jest/globals';
import { createApiClient } from './api-client.js';
import { ApiProblem } from './api-problem.js';
import { type FollowOptions, followQuote, type QuoteEvent, type QuoteToFollow } from './follow-quote.js';
import {
  type Answer,
  cutStream,
  problem,
  ScriptedApi,
  STREAM,
  silentStream,
  status,
  stream,
} from './testing/scripted-api.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const apis: ScriptedApi[] = [];
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.stop()));
});

/** Follows an API that answers so; pauses are noted instead of waited for. */
async function follow(answers: readonly Answer[], quote: Partial<QuoteToFollow> = {}, options: FollowOptions = {}) {
  const api = await ScriptedApi.start(...answers);
  apis.push(api);
  const pauses: number[] = [];
  const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
  const reconnection = { sleep, random: () => 0.5, ...options.reconnection };
  const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
  return { api, pauses, events: followQuote(client, { id: ID, ...quote }, { ...options, reconnection }) };
}

async function versionsOf(events: AsyncIterable<QuoteEvent>): Promise<number[]> {
  const versions: number[] = [];
  for await (const { version } of events) versions.push(version);
  return versions;
}

describe('following a quote', () => {
  it('gives each event with its kind until the quote is complete', async () => {
    const { events } = await follow([stream(...STREAM, 'id: 6\nevent: answer\ndata: {"version":6}\n\n')]);
    const seen: QuoteEvent[] = [];
    for await (const event of events) seen.push(event);
    expect(seen.map(({ type, version }) => [type, version])).toEqual([
      ['answer', 2],
      ['answer', 3],
      ['answer', 4],
      ['completed', 5],
    ]);
    expect(seen[0]).toMatchObject({ answer: { partner: 'p2' } });
  });

  it('shows key and capability, and asks for what comes after a version', async () => {
    const { api, events } = await follow([stream(...STREAM)], { accessToken: 'token', afterVersion: 1 });
    await versionsOf(events);
    expect(api.requests[0]?.url).toBe(`/v1/quote-requests/${ID}/events`);
    expect(['authorization', 'x-access-token', 'last-event-id'].flatMap((header) => api.sent(header))).toEqual([
      'Bearer my-key',
      'token',
      '1',
    ]);
  });

  it('knows nothing of a version unless told', async () => {
    const { api, events } = await follow([stream(...STREAM)]);
    await versionsOf(events);
    expect(api.sent('last-event-id')).toEqual([undefined]);
    expect(api.sent('x-access-token')).toEqual([undefined]);
  });

  it.each([0, 1, 2, 3].flatMap((at) => [cutStream, stream].map((end) => [at, end] as const)))(
    'goes on after the last event when the stream ends after %i of them',
    async (at, end) => {
      const { api, events } = await follow([end(...STREAM.slice(0, at)), stream(...STREAM.slice(at))]);
      expect(await versionsOf(events)).toEqual([2, 3, 4, 5]);
      expect(api.sent('last-event-id')).toEqual([undefined, at === 0 ? undefined : String(1 + at)]);
    },
  );

  it('does not take half an event for one', async () => {
    const [first = '', ...rest] = STREAM;
    const { events } = await follow([cutStream(first.slice(0, -1)), stream(first, ...rest)]);
    expect(await versionsOf(events)).toEqual([2, 3, 4, 5]);
  });

  it('passes over comments and kinds of events that it does not know', async () => {
    const { events } = await follow([stream(': still here\n\n', 'event: advert\ndata: x\n\n', ...STREAM)]);
    expect(await versionsOf(events)).toEqual([2, 3, 4, 5]);
  });

  it('ends where there is nothing newer', async () => {
    const { api, events } = await follow([cutStream(...STREAM.slice(0, 2)), status(204)]);
    expect(await versionsOf(events)).toEqual([2, 3]);
    expect(api.requests).toHaveLength(2);
  });

  it('connects again when nothing comes for too long', async () => {
    const answers = [silentStream(...STREAM.slice(0, 1)), stream(...STREAM.slice(1))];
    const { events } = await follow(answers, {}, { reconnection: { silentAfterMs: 30 } });
    expect(await versionsOf(events)).toEqual([2, 3, 4, 5]);
  });

  it('pauses longer after each failure in a row, and as long as the server asks at least', async () => {
    const answers = [status(503), status(503), status(429, { 'retry-after': '3' }), stream(...STREAM)];
    const { events, pauses } = await follow(answers);
    await versionsOf(events);
    expect(pauses).toEqual([250, 500, 4_000]);
  });

  it('begins again with short pauses once an event came', async () => {
    const answers = [status(503), status(503), cutStream(...STREAM.slice(0, 1)), stream(...STREAM.slice(1))];
    const { events, pauses } = await follow(answers);
    await versionsOf(events);
    expect(pauses).toEqual([250, 500, 250]);
  });

  it.each<[string, Answer]>([
    ['the API is overloaded', problem(503, 'overloaded')],
    ['the stream is cut before any event', cutStream('')],
    ['the connection is', (response) => response.destroy()],
  ])('gives up when %s again and again', async (_, answer) => {
    const { api, events } = await follow([answer], {}, { reconnection: { maxFailures: 2 } });
    await expect(versionsOf(events)).rejects.toThrow();
    expect(api.requests).toHaveLength(3);
  });

  it('says why the API refuses, at once', async () => {
    const { api, events } = await follow([problem(404, 'not-found')]);
    const refusal = await versionsOf(events).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ status: 404, problem: { code: 'not-found' }, message: 'not-found (404): Why' });
    expect(api.requests).toHaveLength(1);
  });

  it('does not take any page for a problem document', async () => {
    const { events } = await follow([status(400)]);
    await expect(versionsOf(events)).rejects.toMatchObject({ status: 400, problem: undefined });
  });

  it('ends with the reason of its signal while it listens, and closes the connection', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const listen: Answer = (response, request) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      silentStream(...STREAM.slice(0, 1))(response, request);
    };
    const { events } = await follow([listen], {}, { signal: controller.signal });
    const seen: number[] = [];
    const following = (async () => {
      for await (const { version } of events) {
        seen.push(version);
        controller.abort(new Error('enough'));
      }
    })();
    await expect(following).rejects.toThrow('enough');
    await closed;
    expect(seen).toEqual([2]);
  });

  it('ends with the reason of its signal while it pauses', async () => {
    const controller = new AbortController();
    const sleep = async (): Promise<void> => controller.abort(new Error('enough'));
    const { api, events } = await follow([status(503)], {}, { signal: controller.signal, reconnection: { sleep } });
    await expect(versionsOf(events)).rejects.toThrow('enough');
    expect(api.requests).toHaveLength(1);
  });

  it('closes the connection when its reader has seen enough', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const listen: Answer = (response, request) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      silentStream(...STREAM.slice(0, 1))(response, request);
    };
    const { events } = await follow([listen]);
    for await (const { version } of events) if (version === 2) break;
    await closed;
  });
});
