import { once } from 'node:events';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CertificateAuthority,
  createAuthority,
  type KeyedCertificate,
} from '../../testing/certificate-authority.js';
import { fizzbuzzMotorCall } from '../../testing/fizzbuzz-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

interface TlsAnswer {
  readonly status: number | undefined;
  readonly text: string;
}

describe("F's listener with mutual TLS", () => {
  let test: TestSandbox;
  let authority: CertificateAuthority;

  beforeAll(async () => {
    authority = await createAuthority('Fizzbuzz');
    const server = await authority.issue([{ type: 'ip', value: '127.0.0.1' }]);
    const tls = { ...server, ca: authority.cert };
    test = await startTestSandbox({ mutualTls: { fizzbuzz: { port: 0, tls } } });
  });
  afterAll(() => test.sandbox.stop());

  const partner = (id: string) => authority.issue([{ type: 'url', value: `urn:fizzbuzz:partner:${id}` }]);

  /** One call on a connection of its own; rejects when there is no HTTP answer. */
  async function call(client: Partial<KeyedCertificate>, options: object = {}): Promise<TlsAnswer> {
    const outgoing = request({
      host: '127.0.0.1',
      port: test.sandbox.tlsPorts.fizzbuzz,
      path: '/rpc',
      method: 'POST',
      ca: authority.cert,
      agent: false,
      ...client,
      ...options,
    });
    outgoing.end(JSON.stringify(fizzbuzzMotorCall()));
    const [response] = await once(outgoing, 'response');
    return { status: response.statusCode, text: Buffer.concat(await response.toArray()).toString() };
  }

  it('knows a partner by the URI in its certificate, without a bearer', async () => {
    const { status, text } = await call(await partner('market'));
    expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ id: 1, result: expect.anything() })]);
  });

  it('answers a certificate of a partner it does not know with an empty 403, bearer or not', async () => {
    const unknown = [await partner('bazaar'), await authority.issue([{ type: 'dns', value: 'market.example' }])];
    const headers = { authorization: 'Bearer fzb-sandbox-market' };
    for (const client of unknown) expect(await call(client, { headers })).toEqual({ status: 403, text: '' });
  });

  it('takes no name out of another one', async () => {
    const sly = await authority.issue([{ type: 'url', value: 'urn:x, URI:urn:fizzbuzz:partner:market, urn:y' }]);
    expect(await call(sly)).toMatchObject({ status: 403 });
  });

  it('ends the handshake with an alert when there is no certificate', async () => {
    await expect(call({})).rejects.toMatchObject({ code: expect.stringMatching(/ALERT|ECONNRESET/) });
  });

  it('ends the handshake with an alert for a certificate of another authority', async () => {
    const other = await createAuthority('Somebody else');
    const client = await other.issue([{ type: 'url', value: 'urn:fizzbuzz:partner:market' }]);
    await expect(call(client)).rejects.toMatchObject({ code: expect.stringMatching(/ALERT|ECONNRESET/) });
  });

  it('speaks TLS 1.2, and nothing older', async () => {
    const client = await partner('market');
    expect(await call(client, { maxVersion: 'TLSv1.2' })).toMatchObject({ status: 200 });
    await expect(call(client, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })).rejects.toThrow();
  });

  it('serves F alone', async () => {
    const client = await partner('market');
    for (const path of ['/v1/quotes', '/sandbox/calls', '/rpc/x'])
      expect(await call(client, { path })).toMatchObject({ status: 404 });
  });

  it('shares its book with the plain listener', async () => {
    const [{ text: byTls }, byBearer] = [
      await call(await partner('market')),
      await fetch(`${test.sandbox.url}/rpc`, {
        method: 'POST',
        headers: { authorization: 'Bearer fzb-sandbox-market' },
        body: JSON.stringify(fizzbuzzMotorCall()),
      }),
    ];
    const setNumber = (text: string) => Number(/FZS-(\d+)/.exec(text)?.[1]);
    expect(setNumber(await byBearer.text())).toBe(setNumber(byTls) + 1);
  });
});
