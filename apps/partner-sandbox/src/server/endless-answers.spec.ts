import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AcmeCaller } from '../testing/acme-caller.js';
import { BabbageCaller } from '../testing/babbage-caller.js';
import { CogwheelCaller } from '../testing/cogwheel-caller.js';
import { DakCaller } from '../testing/dak-caller.js';
import { EleventhHourCaller } from '../testing/eleventh-hour-caller.js';
import { eventually } from '../testing/eventually.js';
import { FizzbuzzCaller, fizzbuzzMotorCall } from '../testing/fizzbuzz-caller.js';
import { type HttpAnswer, send } from '../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../testing/test-sandbox.js';

/** A quote call of each partner, and the status that it gets. */
const QUOTES: readonly [string, number, (url: string, now: () => Date) => Promise<HttpAnswer>][] = [
  ['acme-general', 201, async (url) => (await new AcmeCaller(url).signIn()).quote()],
  ['babbage-lovelace', 200, (url, now) => new BabbageCaller(url, now).quote()],
  ['cogwheel-direct', 200, (url, now) => new CogwheelCaller(url, now).quote()],
  ['dak-bungalow', 200, (url) => new DakCaller(url).quote()],
  ['eleventh-hour', 202, (url) => new EleventhHourCaller(url).submit()],
  ['fizzbuzz', 200, (url) => new FizzbuzzCaller(url).post(fizzbuzzMotorCall())],
];

describe('answers that do not end in time', () => {
  let test: TestSandbox;

  beforeEach(async () => {
    test = await startTestSandbox();
  });
  afterEach(() => test.sandbox.stop());

  const behave = (partner: string, behaviour: object) =>
    send(`${test.sandbox.url}/sandbox/partners/${partner}/behaviour`, {
      method: 'PUT',
      body: JSON.stringify(behaviour),
    });

  /** The finished quote calls, as anybody reads them. */
  const quoteCalls = async () => (await send(`${test.sandbox.url}/sandbox/calls?operation=quote`, {})).json;

  /** The one quote call, as soon as it is counted. */
  async function countedCall() {
    const finished = () => test.sandbox.calls().filter(({ operation }) => operation === 'quote');
    await eventually(() => finished().length > 0);
    expect(await quoteCalls()).toMatchObject({ items: finished() });
    return finished();
  }

  it.each(QUOTES)('drip: the ordinary answer of %s (%p) comes byte by byte', async (partner, status, quote) => {
    await behave(partner, { mode: 'drip', delayMs: 250 });
    const waitedMs: number[] = [];
    const drip = async (): Promise<void> => {
      const { ms, release } = await test.waits.next();
      waitedMs.push(ms);
      release();
      return drip();
    };
    void drip();
    const answer = await quote(test.sandbox.url, test.clock.now);
    expect([answer.status, waitedMs]).toEqual([status, Array.from(answer.bytes, () => 250)]);
  });

  it('drip: the head comes at once, each byte after its wait, and a client that leaves ends it', async () => {
    await behave('fizzbuzz', { mode: 'drip' });
    const leaving = new AbortController();
    const response = await fetch(`${test.sandbox.url}/rpc`, {
      method: 'POST',
      headers: { authorization: 'Bearer fzb-sandbox-market', 'content-type': 'application/json' },
      body: JSON.stringify(fizzbuzzMotorCall()),
      signal: leaving.signal,
    });
    expect([response.status, Number(response.headers.get('content-length')) > 100]).toEqual([200, true]);
    const { ms, release } = await test.waits.next();
    release();
    const read = await response.body?.getReader().read();
    expect([ms, Buffer.from(read?.value ?? []).toString()]).toEqual([1_000, '{']);
    expect(await quoteCalls()).toMatchObject({ items: [] });
    leaving.abort();
    expect(await countedCall()).toMatchObject([{ partner: 'fizzbuzz', status: 200 }]);
  });

  it('stops at once while an answer drips', async () => {
    await behave('dak-bungalow', { mode: 'drip' });
    const dripping = new DakCaller(test.sandbox.url).quote();
    await test.waits.next();
    await test.sandbox.stop();
    await expect(dripping).rejects.toThrow();
    expect(test.sandbox.calls()).toMatchObject([{ operation: 'quote', status: 200 }]);
  });

  it.each([
    [
      'acme-general',
      async (signal: AbortSignal) => (await new AcmeCaller(test.sandbox.url).signIn()).quote({}, {}, signal),
    ],
    [
      'babbage-lovelace',
      (signal: AbortSignal) => new BabbageCaller(test.sandbox.url, test.clock.now).quote(undefined, signal),
    ],
    ['dak-bungalow', (signal: AbortSignal) => new DakCaller(test.sandbox.url).quote(undefined, signal)],
  ] as const)('hang: a call to %s is counted when its client leaves, without a status', async (partner, quote) => {
    await behave(partner, { mode: 'hang' });
    const leaving = new AbortController();
    const asked = quote(leaving.signal);
    await test.waits.next();
    expect(await quoteCalls()).toMatchObject({ items: [] });
    leaving.abort();
    await expect(asked).rejects.toThrow();
    expect(await countedCall()).toMatchObject([{ partner, status: null }]);
  });

  it.each(['cut', 'reset'])('%s: a call is counted when its connection has gone', async (mode) => {
    await behave('dak-bungalow', { mode });
    await expect(new DakCaller(test.sandbox.url).quote()).rejects.toThrow();
    const status = mode === 'cut' ? 200 : null;
    expect(await countedCall()).toMatchObject([{ operation: 'quote', status }]);
  });
});
