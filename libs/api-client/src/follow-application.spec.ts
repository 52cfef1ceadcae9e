import { afterEach, describe, expect, it } from '@jest/globals';
import { type ApiSchemas, createApiClient } from './api-client.js';
import { ApiProblem } from './api-problem.js';
import { type ApplicationFollowOptions, type ApplicationToFollow, followApplication } from './follow-application.js';
import { type Answer, problem, ScriptedApi, status } from './testing/scripted-api.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const apis: ScriptedApi[] = [];
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.stop()));
});

type Status = ApiSchemas['Application']['status'];

const version =
  (number: number, state: Status = 'SUBMITTED'): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: ID, version: number, status: state }));
  };

const silent: Answer = () => undefined;
const cut: Answer = (response) => response.destroy();

/** Follows an API that answers so; pauses are noted instead of waited for. */
async function follow(
  answers: readonly Answer[],
  application: Partial<ApplicationToFollow> = {},
  options: ApplicationFollowOptions = {},
) {
  const api = await ScriptedApi.start(...answers);
  apis.push(api);
  const pauses: number[] = [];
  const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
  const reconnection = { sleep, random: () => 0.5, ...options.reconnection };
  const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
  return { api, pauses, states: followApplication(client, { id: ID, ...application }, { ...options, reconnection }) };
}

async function versionsOf(states: AsyncIterable<ApiSchemas['Application']>): Promise<number[]> {
  const versions: number[] = [];
  for await (const state of states) versions.push(state.version);
  return versions;
}

describe('following an application', () => {
  it.each(['ISSUED', 'REJECTED', 'EXPIRED'] as const)('gives each state until it is %s', async (end) => {
    const { states } = await follow([version(1), version(2, 'PENDING_PARTNER'), version(4, end), version(5, end)]);
    expect(await versionsOf(states)).toEqual([1, 2, 4]);
  });

  it('reads at once, then lets its reads be held until there is something newer', async () => {
    const { api, states } = await follow([version(1), version(3), version(4, 'ISSUED')], { accessToken: 'token' });
    await versionsOf(states);
    expect(api.requests[0]?.url).toBe(`/v1/applications/${ID}`);
    expect(api.sent('if-none-match')).toEqual([undefined, '"1"', '"3"']);
    expect(api.sent('prefer')).toEqual([undefined, 'wait=20', 'wait=20']);
    expect(api.sent('authorization')).toEqual(['Bearer my-key', 'Bearer my-key', 'Bearer my-key']);
    expect(api.sent('x-access-token')).toEqual(['token', 'token', 'token']);
  });

  it('asks for what comes after a version', async () => {
    const { api, states } = await follow([version(8, 'ISSUED')], { afterVersion: 7 });
    expect(await versionsOf(states)).toEqual([8]);
    expect(api.sent('if-none-match')).toEqual(['"7"']);
    expect(api.sent('x-access-token')).toEqual([undefined]);
  });

  it('follows it as far as it is told to', async () => {
    const answers = [version(1), version(2, 'ISSUED'), version(3, 'PRICE_CHANGED'), version(4)];
    const { states } = await follow(answers, {}, { until: ({ status: state }) => state === 'PRICE_CHANGED' });
    expect(await versionsOf(states)).toEqual([1, 2, 3]);
  });

  it('gives nothing twice and nothing older, and pauses where reads are not held', async () => {
    const answers = [version(2), status(304), version(2), version(1), version(3, 'ISSUED')];
    const { states, pauses } = await follow(answers);
    expect(await versionsOf(states)).toEqual([2, 3]);
    expect(pauses).toEqual([200, 200, 200]);
  });

  it('pauses longer after each failure in a row, as long as the server asks at least, and begins again after it', async () => {
    const failures = [cut, status(503), status(429, { 'retry-after': '3' })];
    const { states, pauses } = await follow([...failures, version(1), status(503), version(2, 'ISSUED')]);
    expect(await versionsOf(states)).toEqual([1, 2]);
    expect(pauses).toEqual([250, 500, 4_000, 250]);
  });

  it('asks again when nothing comes for too long', async () => {
    const answers = [version(1), silent, version(2, 'ISSUED')];
    const { api, states } = await follow(answers, {}, { reconnection: { silentAfterMs: 100 } });
    expect(await versionsOf(states)).toEqual([1, 2]);
    expect(api.requests).toHaveLength(3);
  });

  it.each<[string, Answer]>([
    ['the API is overloaded', problem(503, 'overloaded')],
    ['the connection is cut', cut],
  ])('gives up when %s again and again', async (_, answer) => {
    const { api, states } = await follow([answer], {}, { reconnection: { maxFailures: 2 } });
    await expect(versionsOf(states)).rejects.toThrow();
    expect(api.requests).toHaveLength(3);
  });

  it('says why the API refuses, at once', async () => {
    const { api, states } = await follow([problem(404, 'not-found')]);
    const refusal = await versionsOf(states).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ status: 404, problem: { code: 'not-found' } });
    expect(api.requests).toHaveLength(1);
  });

  it('ends with the reason of its signal while a read is held', async () => {
    const controller = new AbortController();
    const held: Answer = () => controller.abort(new Error('enough'));
    const { states } = await follow([version(1), held], {}, { signal: controller.signal });
    await expect(versionsOf(states)).rejects.toThrow('enough');
  });

  it('ends with the reason of its signal while it pauses', async () => {
    const controller = new AbortController();
    const sleep = async (): Promise<void> => controller.abort(new Error('enough'));
    const { api, states } = await follow([status(503)], {}, { signal: controller.signal, reconnection: { sleep } });
    await expect(versionsOf(states)).rejects.toThrow('enough');
    expect(api.requests).toHaveLength(1);
  });
});
