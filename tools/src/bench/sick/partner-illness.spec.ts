import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PartnerIllness } from './partner-illness.js';

/** The sandbox's control side, as far as an illness needs it. */
class FakeSandbox {
  readonly seen: string[] = [];
  items: object[] = [];
  status = 200;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        if (request.method !== 'GET') this.seen.push(`${request.method} ${request.url} ${body}`.trim());
        response.writeHead(request.method === 'GET' ? 200 : this.status);
        response.end(JSON.stringify({ items: this.items, next: 7 }));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

describe('the illness of a partner', () => {
  let sandbox: FakeSandbox;
  let illness: PartnerIllness;
  beforeEach(async () => {
    sandbox = new FakeSandbox();
    illness = new PartnerIllness(await sandbox.start(), 'acme-general');
  });
  afterEach(() => sandbox.stop());

  const call = (partner: string, startedAt: string) => ({
    ...{ partner, startedAt },
    ...{ operation: 'quote', reference: null, durationMs: 1 },
  });

  it('begins and ends at the control side of the sandbox', async () => {
    await illness.begin({ mode: 'hang' });
    await illness.end();
    const path = '/sandbox/partners/acme-general/behaviour';
    expect(sandbox.seen).toEqual([`PUT ${path} {"mode":"hang"}`, `DELETE ${path}`]);
  });

  it('counts the calls of that partner which began while it lasted', async () => {
    await illness.begin({ mode: 'hang' });
    await illness.end();
    const [past, future] = ['2026-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'];
    sandbox.items = [call('acme-general', past), call('acme-general', future), call('fizzbuzz', past)];
    expect(await illness.calls()).toBe(1);
  });

  it('says what the sandbox refused', async () => {
    sandbox.status = 404;
    await expect(illness.begin({ mode: 'asleep' })).rejects.toThrow('The sandbox answered 404');
  });
});
