import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { PartnerHttp } from '@app/partner-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FizzbuzzClient } from './client.js';
import { credentialsOf } from './credentials.js';
import { type Identity, newCertificates } from './testing/certificates.js';
import { promptClock } from './testing/prompt-clock.js';

describe('how Fizzbuzz knows us', () => {
  const given = (bearer?: string, certificate?: string, key?: string) => ({
    PARTNER_FIZZBUZZ_BEARER: bearer,
    PARTNER_FIZZBUZZ_CLIENT_CERT: certificate,
    PARTNER_FIZZBUZZ_CLIENT_KEY: key,
  });

  it('is by our certificate when there is one, else by the bearer token', () => {
    const clientCertificate = { certificate: 'cert', privateKey: 'key' };
    expect(credentialsOf(given('token', 'cert', 'key'))).toEqual({ clientCertificate });
    expect(credentialsOf(given('token'))).toEqual({ bearer: 'token' });
  });

  it('needs the one or the other, and a certificate with its key', () => {
    expect(() => credentialsOf(given())).toThrow(/CLIENT_CERT.*or PARTNER_FIZZBUZZ_BEARER/);
    expect(() => credentialsOf(given('token', 'cert'))).toThrow('CLIENT_KEY');
    expect(() => credentialsOf(given('token', undefined, 'key'))).toThrow('CLIENT_CERT');
  });
});

describe('Fizzbuzz over mutual TLS', () => {
  let certificates: Awaited<ReturnType<typeof newCertificates>>;
  let server: Server;
  let http: PartnerHttp | undefined;
  const seen: { names: string | undefined; authorization: string | undefined }[] = [];

  beforeAll(async () => {
    certificates = await newCertificates();
    const { authority, server: own } = certificates;
    const tls = { cert: own.certificate, key: own.privateKey, ca: authority, requestCert: true };
    server = createServer({ ...tls, rejectUnauthorized: true, minVersion: 'TLSv1.2' }, (request, response) => {
      // An HTTPS server has TLS sockets.
      const names = (request.socket as TLSSocket).getPeerCertificate().subjectaltname;
      seen.push({ names, authorization: request.headers.authorization });
      response.setHeader('content-type', 'application/json').end('{"jsonrpc":"2.0","id":1,"result":{}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await http?.close();
    seen.splice(0);
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  function call(clientCertificate: Identity | undefined, certificateAuthority: string | undefined) {
    // A TCP server that listens has this kind of address.
    const { port } = server.address() as AddressInfo;
    const baseUrl = `https://127.0.0.1:${port}`;
    http = new PartnerHttp({ baseUrl, clock: promptClock, clientCertificate, certificateAuthority });
    const client = new FizzbuzzClient({ http, bearer: undefined, clock: promptClock });
    return client.call('motor.quotePlans', {}, AbortSignal.timeout(5_000));
  }

  it('presents our certificate and no token', async () => {
    expect(await call(certificates.partner, certificates.authority)).toEqual({ ok: true, value: {} });
    expect(seen).toEqual([{ names: 'URI:urn:fizzbuzz:partner:market', authorization: undefined }]);
  });

  it.each([
    ['no certificate', () => undefined],
    ['a certificate of another authority', () => certificates.stranger],
  ])('gets no answer with %s', async (_what, identity) => {
    expect(await call(identity(), certificates.authority)).toMatchObject({ ok: false });
    expect(seen).toEqual([]);
  });

  it('does not talk to a server that our authority does not vouch for', async () => {
    const answer = await call(certificates.partner, undefined);
    expect(answer).toMatchObject({ ok: false, error: { category: 'UNAVAILABLE' } });
    expect(seen).toEqual([]);
  });
});
