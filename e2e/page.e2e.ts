import { readFileSync } from 'node:fs';
import { type ApiClient, type ApiSchemas, createApiClient, followQuote } from '@app/api-client';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const MINUTE = 60_000;
const M1 = new URL('../libs/contracts/examples/m1.json', import.meta.url);

/** What a page does: it has the public key, the typed client, and no other way in. */
describe('a page with the public key', () => {
  let stack: Stack;
  let client: ApiClient;

  beforeAll(async () => {
    stack = await startStack({ stateDir: ownStateDir(), usualPorts: false });
    client = createApiClient({ baseUrl: stack.ready.api, key: stack.ready.publicKey ?? '' });
  }, MINUTE);

  afterAll(() => stack?.stop(), MINUTE);

  async function ask(key: string = crypto.randomUUID()) {
    const body: ApiSchemas['QuoteRequest'] = JSON.parse(readFileSync(M1, 'utf8'));
    const { data, error } = await client.POST('/v1/quote-requests', {
      params: { header: { 'Idempotency-Key': key } },
      body,
    });
    if (data === undefined) throw new Error(error.detail);
    return data;
  }

  it('sees every answer as it comes, then the end', async () => {
    const task = await ask();
    const seen: string[] = [];
    for await (const event of followQuote(client, task))
      seen.push(event.type === 'answer' ? `${event.answer.partner} ${event.answer.status}` : event.status);
    expect(seen.slice(0, -1).sort()).toEqual([
      'acme-general QUOTED',
      'babbage-lovelace QUOTED',
      'cogwheel-direct QUOTED',
      'dak-bungalow QUOTED',
      'fizzbuzz QUOTED',
    ]);
    expect(seen.at(-1)).toBe('COMPLETED');
  });

  it('has one request for one key, and reads it with its capability only', async () => {
    const key = crypto.randomUUID();
    const task = await ask(key);
    expect(await ask(key)).toEqual(task);
    const path = { id: task.id };
    const without = await client.GET('/v1/quote-requests/{id}/quotes', { params: { path } });
    expect(without.error).toMatchObject({ status: 404, code: 'not-found' });
    const headers = { 'X-Access-Token': task.accessToken ?? '' };
    const withIt = await client.GET('/v1/quote-requests/{id}/quotes', { params: { path }, headers });
    expect(withIt.data?.id).toBe(task.id);
  });

  it('ends what it agreed to: whoever has not answered is not waited for', async () => {
    const task = await ask();
    const headers = { 'X-Access-Token': task.accessToken ?? '' };
    const params = { path: { id: task.id } };
    const { response } = await client.POST('/v1/quote-requests/{id}/consent-withdrawals', { params, headers });
    expect(response.status).toBe(204);
    const { data } = await client.GET('/v1/quote-requests/{id}/quotes', { params, headers });
    expect(data).toMatchObject({ status: 'COMPLETED', counts: { pending: 0 } });
    const withdrawn = data?.answers.filter(({ status }) => status === 'DECLINED') ?? [];
    expect(withdrawn.flatMap(({ declines }) => declines.map(({ code }) => code))).toEqual(
      withdrawn.map(() => 'CONSENT_WITHDRAWN'),
    );
  });
});
