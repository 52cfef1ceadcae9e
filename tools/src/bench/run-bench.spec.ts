import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadyLine } from '../local-stack/ready-line.js';
import { CapturedOutput } from '../quote/testing/captured-output.js';
import { FAKE_KEY, FakeQuoteApi } from '../quote/testing/fake-quote-api.js';
import { failed, quoted } from '../quote/testing/sample-answers.js';
import { runBench } from './run-bench.js';

let api: FakeQuoteApi;
let sandbox: Server;
/** The partners that the sandbox was called for, for every quote request. */
let called: string[];

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function sandboxAnswer(path: string): unknown {
  if (path === '/')
    return { options: { latency: { kind: 'none' }, unlimitedPartners: ['acme-general', 'cogwheel-direct'] } };
  const items = api.ids.flatMap((reference) =>
    called.map((partner) => ({
      partner,
      operation: 'quote',
      reference,
      startedAt: '2026-11-23T10:00:00.000Z',
      durationMs: 0,
    })),
  );
  return { items, next: items.length };
}

beforeEach(async () => {
  called = ['a', 'b'];
  api = await FakeQuoteApi.start([quoted('a', 100), failed('b')]);
  sandbox = createServer((request, response) => response.end(JSON.stringify(sandboxAnswer(request.url ?? ''))));
  await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await api.stop();
  sandbox.closeAllConnections();
  await new Promise((resolve) => sandbox.close(resolve));
});

const ready = (): ReadyLine => ({
  ready: true,
  api: api.origin,
  internal: api.origin,
  web: null,
  key: FAKE_KEY,
  publicKey: null,
  opsKey: null,
  sandbox: `http://127.0.0.1:${portOf(sandbox)}`,
  pids: { business: [1], reactive: [], 'partner-adapters': {}, infrastructure: {} },
});

async function run(args: readonly string[], signal = new AbortController().signal) {
  const stdout = new CapturedOutput();
  const stderr = new CapturedOutput();
  const code = await runBench(args, {
    stdout,
    stderr,
    stacks: { findRunning: ready, start: () => Promise.reject(new Error('not wanted')) },
    signal,
    now: () => performance.now(),
    random: () => 0.5,
    pid: 2,
    readUsage: async (pids) => new Map(pids.map((pid) => [pid, { cpuMs: 10, memoryBytes: 50_000_000 }])),
    descendantsOf: async () => [],
  });
  return { code, out: stdout.text, err: stderr.text };
}

const SHORT = ['--rate', '40', '--seconds', '1', '--warmup', '0'];

describe('npm run bench', () => {
  it('measures every request to its last answer', async () => {
    const { code, out, err } = await run([...SHORT, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    const { sent } = report.requests;
    expect(sent).toBeGreaterThan(1);
    expect(report).toMatchObject({
      requests: { sent, notSent: 0, completed: sent, cutShort: 0, errors: {} },
      answers: { QUOTED: sent, FAILED: sent },
      unmatchedAnswers: 0,
      milliseconds: { firstAnswerBeyondPartner: { count: sent }, lastAnswerBeyondPartner: { count: sent } },
      ownProcesses: { maxMemoryBytes: 50_000_000 },
    });
    expect(err).toContain("WARNING: The sandbox's latency is not fixed:20-200.");
  });

  it('asks for a different car each time', async () => {
    await run(SHORT);
    const plates = api.asked.map((body) => JSON.parse(body).risk.registrationNumber);
    expect(new Set(plates).size).toBe(plates.length);
  });

  it('loads nothing when a partner is not asked at the sandbox', async () => {
    called = ['a'];
    const { code, err } = await run(SHORT);
    expect({ code, asked: api.asked.length }).toEqual({ code: 1, asked: 1 });
    expect(err).toContain('b (FAILED)');
  });

  it('prints what was measured when it is ended early', async () => {
    const controller = new AbortController();
    const probed = api.nextPost();
    const ended = run(['--rate', '50', '--seconds', '300', '--warmup', '0'], controller.signal);
    await probed;
    await api.nextPost();
    controller.abort();
    expect(await ended).toMatchObject({ code: 130, out: expect.stringContaining('ENDED EARLY') });
  });

  it('says why nothing could be measured', async () => {
    await api.stop();
    expect(await run(SHORT)).toMatchObject({ code: 1, err: expect.stringContaining('ECONNREFUSED') });
    api = await FakeQuoteApi.start([]);
  });

  it('refuses bad arguments, and explains itself', async () => {
    expect(await run(['--rate', '0', '--api', 'x'])).toMatchObject({ code: 2 });
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('SANDBOX_LATENCY=fixed:20-200'),
    });
  });
});
