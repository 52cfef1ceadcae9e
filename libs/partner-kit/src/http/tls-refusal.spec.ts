import { type AddressInfo, createServer, type Server } from 'node:net';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartnerHttp } from './partner-http.js';

/** A fatal TLS alert: handshake failure, as a server sends it that misses our certificate. */
const ALERT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

describe('a partner that refuses the TLS handshake', () => {
  let server: Server;
  let http: PartnerHttp;

  beforeEach(async () => {
    server = createServer((socket) => socket.once('data', () => socket.end(ALERT)).on('error', () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has this kind of address.
    const { port } = server.address() as AddressInfo;
    http = new PartnerHttp({ baseUrl: `https://127.0.0.1:${port}`, clock: new ManualClock() });
  });

  afterEach(async () => {
    await http.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is a matter of AUTHENTICATION, which only an operator can mend', async () => {
    const answer = await http.send({ method: 'GET', path: '/' }, AbortSignal.timeout(5_000));
    expect(answer).toMatchObject({ ok: false, error: { category: 'AUTHENTICATION', retryable: false } });
  });
});
