import { randomUUID } from 'node:crypto';
import { CallSigner, createLogger, systemClock } from '@app/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '../testing/scripted-server.js';
import { HttpWantedQuotes } from './http-wanted-quotes.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const logger = createLogger('test', 'silent');
const [kept, withdrawn] = [randomUUID(), randomUUID()];

describe('asking which quote requests still want answers', () => {
  let business: ScriptedServer;
  let wanted: HttpWantedQuotes;

  beforeEach(async () => {
    business = new ScriptedServer(() => ({ body: JSON.stringify({ unwanted: [withdrawn] }) }));
    await business.open();
    wanted = new HttpWantedQuotes({ businessUrl: `${business.url}/`, signer, clock: systemClock, logger });
  });

  afterEach(async () => {
    await wanted.close();
    await business.shut();
  });

  const asked = () => business.calls.map(({ body }) => JSON.parse(body).requestIds);

  it('is one signed call for all that is asked in the same moment, naming each request once', async () => {
    const ids = [kept, withdrawn, kept];
    expect(await Promise.all(ids.map((id) => wanted.isWanted(id)))).toEqual([true, false, true]);
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = business.calls;
    expect(path).toBe('/internal/v1/quote-requests/wanted');
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
    expect(asked()).toEqual([[kept, withdrawn]]);
  });

  it('asks again for the same request later: a consent may be withdrawn at any time', async () => {
    business.answer = () => ({ body: '{"unwanted":[]}' });
    expect(await wanted.isWanted(withdrawn)).toBe(true);
    business.answer = () => ({ body: JSON.stringify({ unwanted: [withdrawn] }) });
    expect(await wanted.isWanted(withdrawn)).toBe(false);
  });

  it('asks about 50 requests at a time', async () => {
    await Promise.all(Array.from({ length: 120 }, () => wanted.isWanted(randomUUID())));
    expect(asked().map(({ length }) => length)).toEqual([50, 50, 20]);
  });

  it.each([
    ['does not know the question', { status: 404, body: '{}' }],
    ['is broken', { status: 500, body: '{}' }],
    ['does not accept the signature', { status: 401, body: '{}' }],
    ['says something else', { body: '{"wanted":[]}' }],
    ['says no JSON', { body: '<html>' }],
    ['breaks off', 'cut'],
    ['never answers', 'silent'],
  ] as const)('goes on when the business service %s', async (_, answer) => {
    business.answer = () => answer;
    expect(await wanted.isWanted(withdrawn)).toBe(true);
  });

  it('goes on while nobody listens, and asks again when the service is back', async () => {
    await business.shut();
    expect(await wanted.isWanted(withdrawn)).toBe(true);
    await business.open();
    expect(await wanted.isWanted(withdrawn)).toBe(false);
  });
});
