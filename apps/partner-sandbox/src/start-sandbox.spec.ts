import { once } from 'node:events';
import { connect } from 'node:net';
import { PARTNERS } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { realWait, type Wait } from './background/wait.js';
import { SIMULATED_PARTNERS } from './partners/partners.js';
import { startSandbox } from './start-sandbox.js';
import { AcmeCaller, acmeMagic } from './testing/acme-caller.js';
import { eventually } from './testing/eventually.js';
import { startTestSandbox } from './testing/test-sandbox.js';

describe('the sandbox', () => {
  it('simulates every partner of the registry', () => {
    expect(SIMULATED_PARTNERS.map(({ id }) => id)).toEqual(expect.arrayContaining(PARTNERS.map(({ id }) => id)));
  });

  it('stops at once although an answer hangs', async () => {
    const { promise: hangs, resolve } = Promise.withResolvers<void>();
    const wait: Wait = (ms, signal) => {
      resolve();
      return realWait(ms, signal);
    };
    const sandbox = await startSandbox({ wait });
    const acme = await new AcmeCaller(sandbox.url).signIn();
    const lost = expect(acme.quote(acmeMagic('9105'))).rejects.toThrow();
    await hangs;
    await sandbox.stop();
    await lost;
  });

  it('forgets an answer whose client has gone away', async () => {
    const { sandbox, waits } = await startTestSandbox();
    const acme = await new AcmeCaller(sandbox.url).signIn();
    const client = new AbortController();
    const call = expect(acme.quote(acmeMagic('9111'), {}, client.signal)).rejects.toThrow();
    await waits.next();
    client.abort();
    await call;
    await eventually(() => sandbox.calls().at(-1)?.operation === 'quote');
    expect(sandbox.calls().at(-1)).toMatchObject({ operation: 'quote', status: null });
    await sandbox.stop();
  });

  it('waits with quote calls only, and with the magic wait on top', async () => {
    const { sandbox, waits } = await startTestSandbox({ latency: { kind: 'fixed', minMs: 50, maxMs: 50 } });
    const acme = await new AcmeCaller(sandbox.url).signIn();
    for (const [value, ms] of [
      ['1234', 50],
      ['9111', 4_050],
    ] as const) {
      const answer = acme.quote(acmeMagic(value));
      const held = await waits.next();
      expect(held.ms).toBe(ms);
      held.release();
      expect((await answer).status).toBe(201);
    }
    await sandbox.stop();
  });

  it('listens on loopback only, and refuses a body that is too large', async () => {
    const sandbox = await startSandbox();
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
    const acme = await new AcmeCaller(sandbox.url).signIn();
    expect((await acme.quote('x'.repeat(1_048_577))).status).toBe(413);
    await sandbox.stop();
    const refused = connect(sandbox.port, '127.0.0.1');
    const [error] = await once(refused, 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
