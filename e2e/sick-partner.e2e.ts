import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type ApiClient, type ApiSchemas, createApiClient, followQuote } from '@app/api-client';
import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const MINUTE = 60_000;
const M1 = new URL('../libs/contracts/examples/m1.json', import.meta.url);
const SICK = 'acme-general';
const REQUESTS = 40;
const EVERY_MS = 100;
/** A full retry budget, and what each request adds to it. */
const CALLS_ALLOWED = 10 + 1.1 * REQUESTS;
/** The breaker's and the supervisor's probes are seconds apart. */
const ASK_AGAIN_MS = 500;
const PATIENCE = 120;

type Rows = Record<string, string>;

describe('while one of five partners is ill, under steady load', () => {
  let stack: Stack;
  let client: ApiClient;
  let plate = 1_000;

  beforeAll(async () => {
    stack = await startStack({
      stateDir: ownStateDir(),
      usualPorts: false,
      env: {
        SANDBOX_LATENCY: 'fixed:20-60',
        ...Object.fromEntries(PARTNERS.map(({ id }) => [`${settingsPrefix(id)}LIMITS`, 'off'])),
      },
    });
    client = createApiClient({ baseUrl: stack.ready.api, key: stack.ready.key });
  }, MINUTE);

  afterAll(() => stack?.stop(), MINUTE);

  const sandbox = (path: string, init?: RequestInit) => fetch(`${stack.ready.sandbox}/sandbox${path}`, init);
  const behave = async (mode: string) => {
    const body = JSON.stringify({ mode });
    expect((await sandbox(`/partners/${SICK}/behaviour`, { method: 'PUT', body })).status).toBe(200);
  };
  const heal = () => sandbox(`/partners/${SICK}/behaviour`, { method: 'DELETE' });
  const callsOfTheSick = async (): Promise<number> => {
    const list = z.object({ items: z.array(z.unknown()) });
    const calls = await sandbox(`/calls?partner=${SICK}&operation=quote`);
    return list.parse(await calls.json()).items.length;
  };

  /** Each partner's row in a word or two, once the request is complete. */
  async function rowsOfOne(): Promise<Rows> {
    const example: ApiSchemas['MotorFourWheelerQuoteRequest'] = JSON.parse(readFileSync(M1, 'utf8'));
    plate += 1;
    const body = { ...example, risk: { ...example.risk, registrationNumber: `MH12AB${plate}` } };
    const { data: task, error } = await client.POST('/v1/quote-requests', { body });
    if (task === undefined) throw new Error(error.detail);
    const rows: Rows = {};
    for await (const event of followQuote(client, task))
      if (event.type === 'answer') rows[event.answer.partner] = event.answer.status;
    return rows;
  }

  async function steadyLoad(): Promise<Rows[]> {
    const asked: Promise<Rows>[] = [];
    for (let n = 0; n < REQUESTS; n += 1) {
      asked.push(rowsOfOne());
      await delay(EVERY_MS);
    }
    return Promise.all(asked);
  }

  async function untilItAnswers(): Promise<void> {
    for (let left = PATIENCE; (await rowsOfOne())[SICK] !== 'QUOTED'; left -= 1) {
      if (left === 0) throw new Error(`${SICK} is well, and nobody asks it`);
      await delay(ASK_AGAIN_MS);
    }
  }

  it.each(['down', 'hang', 'drip', 'reset', 'garbled', 'rate-limited', 'flapping', 'slow'])(
    'by %s, costs its own row only, is not called more than its budget, and is asked again when it is well',
    async (mode) => {
      await untilItAnswers();
      await sandbox('/calls', { method: 'DELETE' });
      await behave(mode);
      const results = await steadyLoad();
      await heal();
      for (const { [SICK]: sick, ...others } of results) {
        expect(sick).toBeDefined();
        expect(Object.values(others)).toEqual(['QUOTED', 'QUOTED', 'QUOTED', 'QUOTED']);
      }
      expect(await callsOfTheSick()).toBeLessThanOrEqual(CALLS_ALLOWED);
      await untilItAnswers();
    },
    2 * MINUTE,
  );
});
