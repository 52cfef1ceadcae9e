import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ApiSchemas, createApiClient } from './api-client.js';
import { problem, ScriptedApi } from './testing/scripted-api.js';

const EXAMPLE = new URL('../../contracts/examples/r1.json', import.meta.url);
const ID = '01989d1a-0000-7000-8000-000000000000';
let api: ScriptedApi;
afterEach(() => api.stop());

describe('a client of the API', () => {
  it('shows its key, fills in path and query, and gives the body of an answer', async () => {
    api = await ScriptedApi.start((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[],"links":{"next":null}}');
    });
    const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
    const { data } = await client.GET('/v1/reference/vehicles', { params: { query: { class: '4W', q: 'gul mohar' } } });
    expect(data?.links.next).toBeNull();
    expect(api.requests[0]?.url).toBe('/v1/reference/vehicles?class=4W&q=gul%20mohar');
    expect(api.sent('authorization')).toEqual(['Bearer my-key']);
  });

  it('posts a body with its headers', async () => {
    let sent: Promise<string> = Promise.resolve('');
    api = await ScriptedApi.start((response, request) => {
      sent = text(request);
      response.writeHead(204).end();
    });
    const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
    const body: ApiSchemas['QuoteRequest'] = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
    await client.POST('/v1/quote-requests', { body, params: { header: { 'Idempotency-Key': 'one' } } });
    expect(JSON.parse(await sent)).toEqual(body);
    expect([api.sent('idempotency-key'), api.sent('content-type')]).toEqual([['one'], ['application/json']]);
  });

  it('gives a refusal as a value', async () => {
    api = await ScriptedApi.start(problem(404, 'not-found'));
    const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
    const { error, response } = await client.GET('/v1/quote-requests/{id}/quotes', { params: { path: { id: ID } } });
    expect([response.status, error?.code]).toEqual([404, 'not-found']);
  });

  it('rejects when nothing can be reached', async () => {
    api = await ScriptedApi.start();
    await api.stop();
    const client = createApiClient({ baseUrl: api.origin, key: 'my-key' });
    await expect(client.GET('/v1/product-lines')).rejects.toThrow();
    api = await ScriptedApi.start();
  });
});
