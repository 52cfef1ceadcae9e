import type { ApiClient, ClientScope } from '@app/ports';
import { inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusinessUnderTest, directoryOf, startUnderTest } from '../testing/business-under-test.js';
import { type HttpAnswer, HttpCall, HttpSender } from './testing/http-call.js';

/** Every refusal of a post, in the order of http-api.md: of two faults the earlier one is told. */
const REFUSALS = {
  unknownRoute: '404 not-found',
  wrongMethod: '405 method-not-allowed',
  unknownKey: '401 unauthorized',
  noScope: '403 forbidden',
  nothingLeft: '429 rate-limited',
  tooLarge: '413 too-large',
  wrongType: '415 unsupported-media-type',
  malformed: '400 malformed-json',
  tooDeep: '400 too-deep',
  duplicateKey: '400 duplicate-key',
  faulty: '422 validation-failed',
} as const;

type FaultName = keyof typeof REFUSALS;
type Faults = ReadonlySet<FaultName>;

const client = (scope: ClientScope, perDay: number): ApiClient => ({
  ...{ id: `${scope} ${perDay}`, kind: 'CONFIDENTIAL', scopes: [scope] },
  plan: { ratePerSecond: 1_000, burst: 1_000, perDay, creationsPerSecond: null },
});
const CLIENTS = {
  'quotes-plenty': client('quotes', 1_000),
  'quotes-nothing': client('quotes', 0),
  'ops-plenty': client('ops', 1_000),
  'ops-nothing': client('ops', 0),
};

function keyWith(faults: Faults): string {
  if (faults.has('unknownKey')) return 'nobody-knows';
  return `${faults.has('noScope') ? 'ops' : 'quotes'}-${faults.has('nothingLeft') ? 'nothing' : 'plenty'}`;
}

/** Whatever else is wrong with it, it is no quote request. */
function bodyWith(faults: Faults): string {
  const fields = [
    ...(faults.has('tooDeep') ? [`"deep":${'['.repeat(30)}${']'.repeat(30)}`] : []),
    ...(faults.has('duplicateKey') ? ['"twice":1', '"twice":1'] : []),
  ];
  const text = `{${fields.join()}}${faults.has('malformed') ? ',' : ''}`;
  return faults.has('tooLarge') ? text.padEnd(65_537) : text;
}

const callWith = (faults: Faults): HttpCall =>
  new HttpCall(
    faults.has('wrongMethod') ? 'PUT' : 'POST',
    faults.has('unknownRoute') ? '/v1/quote-request' : '/v1/quote-requests',
    [
      ['Authorization', `Bearer ${keyWith(faults)}`],
      ['Content-Type', faults.has('wrongType') ? 'text/plain' : 'application/json'],
    ],
    Buffer.from(bodyWith(faults)),
  );

const NAMES = Object.keys(REFUSALS) as FaultName[];
const PAIRS = NAMES.flatMap((earlier, at) => NAMES.slice(at + 1).map((later) => ({ earlier, later })));

describe('of two faults of one request', () => {
  let business: BusinessUnderTest;
  let sender: HttpSender;
  beforeAll(async () => {
    const ports = inMemoryPorts();
    business = await startUnderTest(ports, { doors: { clients: directoryOf(CLIENTS, ports.clock) } });
    sender = new HttpSender(business.api);
  });
  afterAll(async () => {
    sender.close();
    await business.stop();
  });

  const told = ({ status, text }: HttpAnswer): string => `${status} ${JSON.parse(text).code}`;

  it.each(PAIRS)('$earlier is told before $later', async ({ earlier, later }) => {
    const answer = await sender.send(callWith(new Set([earlier, later])));
    expect(told(answer)).toBe(REFUSALS[earlier]);
  });

  it.each(NAMES)('%s is told alone, too', async (name) => {
    const answer = await sender.send(callWith(new Set([name])));
    expect(told(answer)).toBe(REFUSALS[name]);
    // A known client is told where it stands, whatever becomes of its call.
    const isKnown = name !== 'unknownKey';
    expect('ratelimit' in answer.headers && 'ratelimit-policy' in answer.headers).toBe(isKnown);
  });

  it('all of them together are an unknown route, and one less each time what comes next', async () => {
    for (const [at, name] of NAMES.entries())
      expect(told(await sender.send(callWith(new Set(NAMES.slice(at)))))).toBe(REFUSALS[name]);
  });

  it('a malformed id is as unknown as an unknown route, before the method and the key', async () => {
    const answer = await sender.send(new HttpCall('PUT', '/v1/quote-requests/not-an-id'));
    expect(told(answer)).toBe('404 not-found');
  });

  it('a type that cannot be read is a wrong one, and no reason to take a body that is too large', async () => {
    const authorized = ['Authorization', 'Bearer quotes-plenty'] as const;
    for (const type of ['', ';', 'json', 'a/b/c', 'application/json, text/plain'])
      for (const [body, refusal] of [
        ['{}', REFUSALS.wrongType],
        ['{}'.padEnd(65_537), REFUSALS.tooLarge],
      ] as const) {
        const headers = [authorized, ['Content-Type', type]] as const;
        const answer = await sender.send(new HttpCall('POST', '/v1/quote-requests', headers, Buffer.from(body)));
        expect(told(answer)).toBe(refusal);
      }
  });
});
