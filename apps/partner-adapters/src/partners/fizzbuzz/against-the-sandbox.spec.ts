import type { PartnerReply } from '@app/contracts';
import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestFor, travelRequestFor } from '../../testing/canonical-requests.js';
import { RunningAdapter } from '../../testing/running-adapter.js';
import { newCertificates } from './testing/certificates.js';
import { M1, M4, M5, M6, R1, R2, R4 } from './testing/worked-answers.js';

const F = 'fizzbuzz';

/** What a magic value does to a quote (partners.md 0.5), as we see it. */
const MAGIC: readonly [name: string, nn: string, reply: object][] = [
  ['DECLINE', '01', { status: 'DECLINED', declines: [{ code: 'FZ-D99' }, { code: 'FZ-D99' }, { code: 'FZ-D99' }] }],
  ['REFER', '02', { status: 'REFERRED', offers: [{ quality: 'INDICATIVE' }, { quality: 'INDICATIVE' }] }],
  ['DOWN', '03', { outcome: 'FAILED', error: { category: 'UNAVAILABLE', retryable: true } }],
  ['HANG', '05', { outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } }],
  ['BROKEN', '06', { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL', retryable: false } }],
  ['GARBLED', '07', { outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: true } }],
  ['PRICE_CHANGED', '08', { status: 'QUOTED', offers: [{ bindable: true }, { bindable: true }] }],
];

describe('Fizzbuzz against the sandbox', () => {
  let sandbox: RunningSandbox;
  let adapter: RunningAdapter;

  beforeAll(async () => {
    sandbox = await startSandbox({ unlimitedPartners: [F] });
    adapter = await RunningAdapter.start(F, sandbox.url);
  });

  afterAll(async () => {
    await adapter.stop();
    await sandbox.stop();
  });

  const totalsOf = (reply: PartnerReply) =>
    reply.outcome === 'ANSWERED'
      ? reply.offers.map(({ planCode, premium }) => [planCode, premium.totalMinor])
      : reply.error;

  /** rating.md §9. */
  it.each([
    ['m1', requestFor('m1'), M1],
    ['m4', requestFor('m4'), M4],
    ['m5', requestFor('m5'), M5],
    ['m6', requestFor('m6'), M6],
    ['r1', travelRequestFor('r1'), R1],
    ['r2', travelRequestFor('r2'), R2],
    ['r4', travelRequestFor('r4'), R4],
  ] as const)('prices every plan of %s', async (_name, request, priced) => {
    const reply = await adapter.ask(request);
    expect(totalsOf(reply)).toEqual(priced.map(({ plan, total }) => [plan, total]));
  });

  it('reports what one plan failed with beside the offers of the others (M6)', async () => {
    expect(await adapter.ask(requestFor('m6'))).toMatchObject({ error: { partnerCode: 'FZ-E10' } });
  });

  it.each(MAGIC)('reads %s (%s) as it is meant', async (_name, nn, reply) => {
    const request = requestFor('m1', { registrationNumber: `MH12AB96${nn}` });
    expect(await adapter.ask(request, 800)).toMatchObject(reply);
  });

  it('gives each its own answer when several ask at once', async () => {
    const requests = [requestFor('m1'), travelRequestFor('r1'), requestFor('m1', { registrationNumber: 'MH12AB9606' })];
    const replies = await Promise.all(requests.map((request) => adapter.ask(request)));
    expect(replies).toMatchObject([
      { offers: [{ planCode: 'BASIC' }, { planCode: 'PLUS' }] },
      { offers: [{ planCode: 'SILVER' }, { planCode: 'GOLD' }, { planCode: 'PLATINUM' }] },
      { outcome: 'FAILED', error: { category: 'PARTNER_INTERNAL' } },
    ]);
  });

  it.each([
    ['a BH plate', requestFor('m1', { registrationNumber: '22BH1234AA', bhSeries: true })],
    ['a plate without a series', requestFor('m1', { registrationNumber: 'MH121234' })],
    ['a new car', requestFor('m4', { registrationNumber: null, isNewVehicle: true })],
    ['own damage alone', requestFor('m1', { coverType: 'OWN_DAMAGE' })],
  ])('is quoted for %s', async (_what, request) => {
    expect(await adapter.ask(request)).toMatchObject({ status: 'QUOTED' });
  });
});

describe('Fizzbuzz against the sandbox over mutual TLS', () => {
  it('prices M1 for the partner that our certificate names, without a token', async () => {
    const { authority, server, partner } = await newCertificates();
    const tls = { cert: server.certificate, key: server.privateKey, ca: authority };
    const sandbox = await startSandbox({ unlimitedPartners: [F], mutualTls: { [F]: { port: 0, tls } } });
    const env = {
      PARTNER_FIZZBUZZ_LIMITS: 'off',
      PARTNER_FIZZBUZZ_BEARER: 'not-the-token',
      PARTNER_FIZZBUZZ_CLIENT_CERT: partner.certificate,
      PARTNER_FIZZBUZZ_CLIENT_KEY: partner.privateKey,
      PARTNER_FIZZBUZZ_CA: authority,
    };
    const adapter = await RunningAdapter.start(F, `https://127.0.0.1:${sandbox.tlsPorts[F]}`, { env });
    try {
      expect(await adapter.ask(requestFor('m1'))).toMatchObject({
        status: 'QUOTED',
        offers: M1.map(({ total }) => ({ premium: { totalMinor: total } })),
      });
    } finally {
      await adapter.stop();
      await sandbox.stop();
    }
  });
});
