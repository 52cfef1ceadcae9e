import type { AnswerView } from '@app/contracts';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ReadyLine } from '../local-stack/ready-line.js';
import type { Stacks } from './choose-stack.js';
import { runQuote } from './run-quote.js';
import { CapturedOutput } from './testing/captured-output.js';
import { FAKE_KEY, FakeQuoteApi, problemOf } from './testing/fake-quote-api.js';
import { failed, quoted } from './testing/sample-answers.js';

const servers: FakeQuoteApi[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function apiWith(...answers: AnswerView[]): Promise<FakeQuoteApi> {
  const api = await FakeQuoteApi.start(answers);
  servers.push(api);
  return api;
}

const readyAt = (api: string): ReadyLine => ({
  ready: true,
  api,
  internal: api,
  web: null,
  key: FAKE_KEY,
  publicKey: null,
  opsKey: null,
  sandbox: null,
  pids: { business: [], reactive: [], 'partner-adapters': {}, infrastructure: {} },
});

const running = (api: string): Stacks => ({
  findRunning: () => readyAt(api),
  start: () => Promise.reject(new Error('not wanted')),
});

const none: Stacks = { findRunning: () => undefined, start: () => Promise.reject(new Error('no room')) };

/** A stack that is started, and says when it is stopped. */
class StartableStack implements Stacks {
  stopped = false;

  constructor(private readonly api: string) {}

  findRunning(): undefined {}

  async start() {
    const stop = async (): Promise<void> => {
      this.stopped = true;
    };
    return { ready: readyAt(this.api), stop };
  }
}

async function run(args: readonly string[], stacks: Stacks, signal = new AbortController().signal) {
  const stdout = new CapturedOutput();
  const stderr = new CapturedOutput();
  const clocks = { now: () => performance.now(), today: () => new Date() };
  const world = { stdout, stderr, stacks, signal, ...clocks, dumbTerminal: false, confirm: undefined };
  const code = await runQuote(args, world);
  return { code, out: stdout.text, err: stderr.text };
}

describe('npm run quote', () => {
  it('prints each answer as it arrives, then the table, on the stack that runs', async () => {
    const api = await apiWith(quoted('b', 200_000), failed('a'), quoted('c', 100_000));
    const { code, out, err } = await run([], running(api.origin));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const order = [
      /The b {2}QUOTED {2}₹2,000\.00/,
      /The a {2}FAILED/,
      /The c {2}QUOTED/,
      /Partner +Status/,
      /Cheapest offer: The c/,
    ];
    const places = order.map((part) => out.search(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('sends the example with another plate', async () => {
    const api = await apiWith(quoted('a', 100));
    await run(['--example', 'm2', '--registration', 'MH12AB9103'], running(api.origin));
    expect(JSON.parse(api.asked[0] ?? '').risk).toMatchObject({ registrationNumber: 'MH12AB9103', vehicleId: 'FW04' });
  });

  it('prints one JSON document and nothing else with --json', async () => {
    const api = await apiWith(quoted('a', 100), failed('b'));
    const { code, out } = await run(['--json'], running(api.origin));
    const document = JSON.parse(out);
    expect(code).toBe(0);
    expect(document).toMatchObject({ status: 'COMPLETED', elapsedMs: expect.any(Number) });
    expect(document.answers).toHaveLength(2);
    expect(document.answers[1]).toMatchObject({ partner: 'b', answeredAfterMs: expect.any(Number) });
  });

  it('starts a stack when none runs, and stops it afterwards', async () => {
    const api = await apiWith(quoted('a', 100));
    const stacks = new StartableStack(api.origin);
    const { code, err } = await run([], stacks);
    expect({ code, stopped: stacks.stopped }).toEqual({ code: 0, stopped: true });
    expect(err).toContain('starting one');
  });

  it('stops the stack that it started also when the quote fails', async () => {
    const api = await apiWith();
    api.refusal = problemOf(503, 'overloaded');
    const stacks = new StartableStack(api.origin);
    const { code, err } = await run([], stacks);
    expect({ code, stopped: stacks.stopped }).toEqual({ code: 1, stopped: true });
    expect(err).toContain('Title of overloaded (503, overloaded): Detail of overloaded');
  });

  it('ends early when told to, and stops what it started', async () => {
    const api = await apiWith(quoted('a', 100));
    api.silentReads = true;
    const stacks = new StartableStack(api.origin);
    const controller = new AbortController();
    const posted = api.nextPost();
    const ended = run([], stacks, controller.signal);
    await posted;
    controller.abort();
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Ended early.') });
    expect(stacks.stopped).toBe(true);
  });

  it('starts nothing with --no-start, and names the ways out', async () => {
    const { code, err } = await run(['--no-start'], none);
    expect(code).toBe(3);
    expect(err).toContain('npm start');
  });

  it('says why a stack could not be started', async () => {
    expect(await run([], none)).toMatchObject({ code: 1, err: expect.stringContaining('no room') });
  });

  it('names every bad argument at once', async () => {
    const { code, err } = await run(['--nope', '--example', 'm99', '--api', 'nowhere'], none);
    expect(code).toBe(2);
    for (const part of ['--nope is not an option', '"m99"', '"nowhere" is no origin', 'belong together'])
      expect(err).toContain(part);
  });

  it('prints the faults that the API names', async () => {
    const api = await apiWith();
    api.refusal = problemOf(422, 'validation-failed', [
      { pointer: '/risk/vehicleId', code: 'UNKNOWN_CODE', detail: 'not in the master' },
      { pointer: '/proposer', code: 'REQUIRED', detail: 'this field is required' },
    ]);
    const { code, err } = await run(['--api', api.origin, '--key', FAKE_KEY], none);
    expect(code).toBe(1);
    expect(err).toBe('/risk/vehicleId: not in the master\n/proposer: this field is required\n');
  });

  it('explains a key that is not accepted', async () => {
    const api = await apiWith();
    const { code, err } = await run(['--api', api.origin, '--key', 'another'], none);
    expect(code).toBe(1);
    expect(err).toMatch(/does not accept this key \(401\).*--key/s);
  });

  it('explains an API that is not there', async () => {
    const api = await apiWith();
    await api.stop();
    const { code, err } = await run(['--api', api.origin, '--key', FAKE_KEY], none);
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing can be reached at http.*ECONNREFUSED.*npm start/s);
  });

  it('lists options, examples and magic plates in its help', async () => {
    const { code, out } = await run(['--help', '--nope'], none);
    expect(code).toBe(0);
    for (const part of [
      '--registration PLATE',
      '--apply [PARTNER]',
      'm1, m2',
      '9p03  is down',
      '1 Acme General Insurance, 2 Babbage & Lovelace Assurance, 3 Cogwheel Direct',
    ])
      expect(out).toContain(part);
  });
});
