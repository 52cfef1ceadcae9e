import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DakCaller, dakMagic, dakMotorRequest } from '../../testing/dak-caller.js';
import { eventually } from '../../testing/eventually.js';
import { send } from '../../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const TOO_MANY_SESSIONS = 'H|98|TOO MANY SESSIONS|||||\r\n';

describe("D's gate", () => {
  let test: TestSandbox;
  let dak: DakCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    dak = new DakCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it.each(['', 'dbk-sandbox-78', 'dbk-sandbox-77&api_key=dbk-sandbox-77'])(
    'answers rc 40 to the key %p before it looks at the form',
    async (key) => {
      const { status, text } = await new DakCaller(test.sandbox.url, key).quote('nonsense');
      expect([status, text]).toEqual([200, 'H|40|INVALID API KEY|||||\r\n']);
    },
  );

  it('does not take the key from the form', async () => {
    const url = `${test.sandbox.url}/cgi-bin/pquote.do`;
    const body = new URLSearchParams({ ...dakMotorRequest, api_key: 'dbk-sandbox-77' });
    expect((await send(url, { method: 'POST', body })).bytes.toString()).toContain('H|40|');
  });

  it('answers an unknown path with 404 and rc 30 once the key is good', async () => {
    const missing = await dak.post('pcancel.do', {});
    expect([missing.status, missing.text]).toEqual([404, 'H|30|INPUT ERROR|||||\r\nE|E02|path|NO SUCH FUNCTION\r\n']);
    expect((await new DakCaller(test.sandbox.url, 'x').post('pcancel.do', {})).code).toBe('40');
    expect((await dak.get('pquote.do', {})).status).toBe(404);
  });

  it('refuses a third session at once, whatever its function, until one is answered', async () => {
    const open = [dak.quote(dakMagic('9411')), dak.quote(dakMagic('9411'))] as const;
    const held = [await test.waits.next(), await test.waits.next()];
    expect((await dak.quote()).text).toBe(TOO_MANY_SESSIONS);
    expect((await dak.status('DBP2611230001')).text).toBe(TOO_MANY_SESSIONS);
    held[0]?.release();
    await Promise.race(open);
    expect((await dak.quote()).code).toBe('00');
    held[1]?.release();
    await Promise.all(open);
    expect((await dak.quote()).code).toBe('00');
  });

  it('forgets a session whose connection has closed', async () => {
    const client = new AbortController();
    const open = [1, 2].map(() => dak.quote(dakMagic('9405'), client.signal).catch(() => undefined));
    await Promise.all([test.waits.next(), test.waits.next()]);
    client.abort();
    await Promise.all(open);
    await eventually(() => test.sandbox.calls().length === 2);
    expect((await dak.quote()).code).toBe('00');
  });

  it('does not count refused sessions, nor those without a key', async () => {
    const open = dak.quote(dakMagic('9411'));
    const held = await test.waits.next();
    for (let call = 0; call < 3; call += 1) await new DakCaller(test.sandbox.url, 'x').quote();
    expect((await dak.quote()).code).toBe('00');
    held.release();
    await open;
  });
});

describe("D's limit of two sessions", () => {
  it('refuses without the latency of a quote', async () => {
    const { sandbox, waits } = await startTestSandbox({ latency: { kind: 'sla' } });
    const dak = new DakCaller(sandbox.url);
    const open = [dak.quote(), dak.quote()];
    const held = [await waits.next(), await waits.next()];
    expect(held.map(({ ms }) => ms)).toEqual([1_080, 1_440]);
    expect((await dak.quote()).text).toBe(TOO_MANY_SESSIONS);
    for (const { release } of held) release();
    await Promise.all(open);
    await sandbox.stop();
  });

  it('is not there when limits are off', async () => {
    const { sandbox, waits } = await startTestSandbox({ unlimitedPartners: ['dak-bungalow'] });
    const dak = new DakCaller(sandbox.url);
    const open = [1, 2, 3].map(() => dak.quote(dakMagic('9411')));
    for (const _call of open) (await waits.next()).release();
    expect((await Promise.all(open)).map(({ code }) => code)).toEqual(['00', '00', '00']);
    await sandbox.stop();
  });
});
