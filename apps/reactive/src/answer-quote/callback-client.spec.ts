import { CallSigner } from '@app/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '../testing/scripted-server.js';
import { AnswerRefusedError } from './answer-sink.errors.js';
import { CallbackClient } from './callback-client.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const stored = { requestId: 'a', partner: 'acme-general', result: 'STORED' };

describe('posting to the callback API', () => {
  let business: ScriptedServer;
  let client: CallbackClient;

  beforeEach(async () => {
    business = new ScriptedServer(() => ({ body: JSON.stringify({ results: [stored, stored] }) }));
    await business.open();
    client = new CallbackClient({ callbackUrl: business.url, signer });
  });

  afterEach(async () => {
    await client.close();
    await business.shut();
  });

  it('sends the answers as one signed array and returns their receipts', async () => {
    expect(await client.post(['{"n":1}', '{"n":2}'])).toEqual([stored, stored]);
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = business.calls;
    expect(path).toBe('/internal/v1/partner-answers');
    expect(body).toBe('[{"n":1},{"n":2}]');
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
  });

  it.each([413, 422])('calls a post refused that was answered with %i', async (status) => {
    business.answer = () => ({ status, body: '{}' });
    await expect(client.post(['{}'])).rejects.toBeInstanceOf(AnswerRefusedError);
  });

  it.each([
    ['status 500', { status: 500, body: '{}' }],
    ['status 401', { status: 401, body: '{}' }],
    ['no receipts', { body: '{}' }],
    ['fewer receipts than answers', { body: JSON.stringify({ results: [stored] }) }],
    ['half an answer', 'cut'],
  ] as const)('rejects on %s, and then nobody knows what became of the answers', async (_, answer) => {
    business.answer = () => answer;
    const failure = await client.post(['{}', '{}']).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(AnswerRefusedError);
  });

  it('rejects while nobody listens, and goes on when the service is back', async () => {
    await business.shut();
    await expect(client.post(['{}', '{}'])).rejects.toThrow();
    await business.open();
    expect(await client.post(['{}', '{}'])).toEqual([stored, stored]);
  });
});
