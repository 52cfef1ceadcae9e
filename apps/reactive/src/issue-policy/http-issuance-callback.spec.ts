import { CallSigner } from '@app/platform';
import { ResultRefusedError } from '@app/ports';
import { eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICATION_ID } from '../testing/issuance-requested-event.js';
import { schedule } from '../testing/issuing-in-memory.js';
import { type ScriptedAnswer, ScriptedServer } from '../testing/scripted-server.js';
import { HttpIssuanceCallback } from './http-issuance-callback.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const result = { applicationId: APPLICATION_ID, attempt: 3, outcome: 'PENDING' } as const;
const document = {
  applicationId: APPLICATION_ID,
  documentId: schedule.id,
  contentType: 'application/pdf',
  bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80]),
};

const json = (body: unknown, status = 200): ScriptedAnswer => ({ status, body: JSON.stringify(body) });
const receiptOf = (...results: readonly string[]) =>
  json({ results: results.map((one) => ({ applicationId: APPLICATION_ID, result: one, detail: '/period' })) });

describe('the business service, to whoever issues policies', () => {
  let business: ScriptedServer;
  let callback: HttpIssuanceCallback;

  beforeEach(async () => {
    business = new ScriptedServer(() => json({ isWanted: true }));
    await business.open();
    callback = new HttpIssuanceCallback({ businessUrl: `${business.url}/base/`, signer });
  });

  afterEach(async () => {
    await callback.close();
    await business.shut();
  });

  const answer = (given: ScriptedAnswer) => {
    business.answer = () => given;
  };

  it('says whether an attempt is wanted', async () => {
    expect(await callback.isWanted(APPLICATION_ID, 3)).toBe(true);
    answer(json({ isWanted: false }));
    expect(await callback.isWanted(APPLICATION_ID, 3)).toBe(false);
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = business.calls;
    expect([method, path]).toEqual(['POST', '/base/internal/v1/applications/wanted-attempts']);
    expect(JSON.parse(body)).toEqual({ applicationId: APPLICATION_ID, attempt: 3 });
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
  });

  it('wants everything when it does not know the question', async () => {
    answer(json({}, 404));
    expect(await callback.isWanted(APPLICATION_ID, 3)).toBe(true);
  });

  it.each<[string, ScriptedAnswer]>([
    ['fails', json({ isWanted: false }, 500)],
    ['refuses the question', json({ isWanted: false }, 401)],
    ['says something else', json({})],
    ['breaks off', 'cut'],
  ])('says neither when it %s', async (_, given) => {
    answer(given);
    await expect(callback.isWanted(APPLICATION_ID, 3)).rejects.toThrow();
  });

  it.each(['STORED', 'DUPLICATE', 'LATE', 'UNKNOWN_APPLICATION'])('has a result when it says %s', async (receipt) => {
    answer(receiptOf(receipt));
    expect(await callback.post(result)).toBe(receipt);
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = business.calls;
    expect([path, JSON.parse(body)]).toEqual(['/base/internal/v1/issuance-results', [result]]);
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
  });

  it.each<[string, ScriptedAnswer]>([
    ['as invalid', receiptOf('INVALID')],
    ['as none at all', json({}, 422)],
    ['as too large', json({}, 413)],
  ])('never takes a result that it refuses %s', async (_, given) => {
    answer(given);
    await expect(callback.post(result)).rejects.toBeInstanceOf(ResultRefusedError);
  });

  it.each<[string, ScriptedAnswer]>([
    ['it fails', json({}, 503)],
    ['it does not know of results yet', json({}, 404)],
    ['our signature is refused', json({}, 401)],
    ['there is no receipt', receiptOf()],
    ['there are two receipts', receiptOf('STORED', 'STORED')],
    ['the receipt cannot be read', { body: 'OK' }],
    ['it breaks off', 'cut'],
  ])('may take a result later when %s', async (_, given) => {
    answer(given);
    const posted = callback.post(result);
    await expect(posted).rejects.toThrow();
    await expect(posted).rejects.not.toBeInstanceOf(ResultRefusedError);
  });

  it('keeps the bytes of a document, with their type', async () => {
    answer({ status: 204, body: '' });
    await callback.keepDocument(document);
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = business.calls;
    expect([method, path]).toEqual([
      'PUT',
      `/base/internal/v1/applications/${APPLICATION_ID}/documents/${schedule.id}`,
    ]);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': '8' });
    expect(body).toBe(Buffer.from(document.bytes).toString());
    expect(signer.isSigned(Buffer.from(document.bytes), headers)).toBe(true);
  });

  it.each([404, 413, 415, 422])('never takes a document that it refuses with %i', async (status) => {
    answer(json({}, status));
    await expect(callback.keepDocument(document)).rejects.toBeInstanceOf(ResultRefusedError);
  });

  it('may take a document later when it fails', async () => {
    answer(json({}, 503));
    await expect(callback.keepDocument(document)).rejects.not.toBeInstanceOf(ResultRefusedError);
  });

  it('answers questions while it takes its time over as many documents as it is handed at once', async () => {
    business.answer = ({ method }) => (method === 'PUT' ? 'silent' : json({ isWanted: true }));
    const documents = Array.from({ length: 8 }, () => callback.keepDocument(document));
    const ended = Promise.allSettled(documents);
    await eventually(() => expect(business.calls).toHaveLength(4));
    expect(await callback.isWanted(APPLICATION_ID, 3)).toBe(true);
    await callback.close();
    expect((await ended).map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
  });

  it('has taken nothing while nobody listens', async () => {
    await business.shut();
    await expect(callback.post(result)).rejects.toThrow();
    await expect(callback.isWanted(APPLICATION_ID, 3)).rejects.toThrow();
  });
});
