import {
  ADAPTER_QUOTE_PATH,
  type CanonicalRequestOf,
  DEADLINE_HEADER,
  separatePersonal,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { CallSigner, createLogger, type RunningService, readSettings, Sealer } from '@app/platform';
import { canonicalRequestOf, offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { failure } from '../errors/canonical-failure.js';
import { failed, offered, type ReplyOffer } from '../replies/quote-replies.js';
import { unaskedPolicies } from '../testing/unasked-policies.js';
import { definePartnerAdapter } from './define-partner-adapter.js';
import type { QuoteLine } from './quote-line.js';
import { baseUrlSetting, sealingKeySetting, secretSetting } from './settings.js';

const manifest = {
  id: 'test-mutual',
  name: 'Test Mutual',
  secrets: [{ name: 'API_KEY', sandboxValue: 'published' }],
  rateLimit: null,
  sessions: null,
  errorCodes: {},
  declineCodes: {},
};

type Request = CanonicalRequestOf<'motor-four-wheeler'>;

// An offer of the domain is the reply's but for its read-only lists.
const soundOffer = offer() as ReplyOffer;

describe('the service around a partner adapter', () => {
  let quote: QuoteLine<'motor-four-wheeler'>;
  let closed: boolean;
  let service: RunningService;
  let request: Request;

  const adapter = definePartnerAdapter({
    manifest,
    settings: {
      PARTNER_TEST_MUTUAL_BASE_URL: baseUrlSetting(manifest),
      PARTNER_TEST_MUTUAL_API_KEY: secretSetting(manifest, 'API_KEY'),
      PARTNER_TEST_MUTUAL_SEALING_KEY: sealingKeySetting(manifest),
    },
    sealingKeys: (settings) => settings.PARTNER_TEST_MUTUAL_SEALING_KEY,
    connect: () => ({
      lines: { 'motor-four-wheeler': (...call) => quote(...call) },
      policies: unaskedPolicies,
      close: async () => {
        closed = true;
      },
    }),
  });

  const settings = readSettings(adapter.settings, { INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1' });
  const sealer = new Sealer(settings.PARTNER_TEST_MUTUAL_SEALING_KEY);
  const signer = new CallSigner(settings.INTERNAL_SIGNING_KEYS);

  beforeEach(async () => {
    closed = false;
    quote = async () => offered(soundOffer);
    request = canonicalRequestOf({ createdAt: new Date() });
    service = await adapter.start(settings, createLogger('test', 'silent'));
  });

  afterEach(() => service.stop());

  async function dataFor(changes: Record<string, unknown> = {}) {
    const { open, personal } = separatePersonal(request);
    const { requestId, productLine, answerDeadline, acceptLateUntil } = request;
    const sealed = await sealer.seal(personal);
    const call = { requestId, partner: manifest.id, productLine, answerDeadline, acceptLateUntil };
    return { ...call, request: open, sealed, ...changes };
  }

  const url = () => `http://127.0.0.1:${service.ports.internal}`;

  function post(data: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) {
    const body = JSON.stringify(data);
    const all = { 'content-type': 'application/json', ...signer.sign(body), ...headers };
    return fetch(`${url()}${ADAPTER_QUOTE_PATH}`, { method: 'POST', headers: all, body, signal: signal ?? null });
  }

  const replyTo = async (data: unknown, headers?: Record<string, string>) => {
    const response = await post(data, headers);
    expect(response.status).toBe(200);
    return response.json();
  };

  it('hands the whole request to the line, its sealed fields in place, and returns the reply', async () => {
    let asked: Request | undefined;
    quote = async (whole) => {
      asked = whole;
      return offered(soundOffer);
    };
    expect(await replyTo(await dataFor())).toMatchObject({ outcome: 'ANSWERED', status: 'QUOTED', error: null });
    expect(asked).toEqual(request);
    expect(asked?.risk.registrationNumber).toBe('MH12AB1234');
  });

  it('returns a failure of the partner with status 200 too', async () => {
    quote = async () => failed(failure('UNAVAILABLE', 'answered 503', { retryable: true, httpStatus: 503 }));
    expect(await replyTo(await dataFor())).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE' } });
  });

  it('refuses calls that are not signed', async () => {
    const response = await post(await dataFor(), { 'webhook-signature': 'v1,AAAA' });
    expect(response.status).toBe(401);
  });

  it('refuses a body that is no quote call, or one for another partner, with everything that is wrong', async () => {
    const response = await post({ requestId: 'x', partner: manifest.id });
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/requestId', '/productLine', '/request', '/sealed']),
    );
    expect((await post(await dataFor({ partner: 'acme-general' }))).status).toBe(422);
  });

  it('refuses a deadline that is no instant', async () => {
    expect((await post(await dataFor(), { [DEADLINE_HEADER]: 'soon' })).status).toBe(422);
  });

  it.each(['soon', '0', '-5', '1.5', ''])(
    'refuses the timeout %p, which is no number of milliseconds',
    async (told) => {
      expect((await post(await dataFor(), { [TIMEOUT_HEADER]: told })).status).toBe(422);
    },
  );

  it.each([
    ['was tampered with', async () => `${await sealer.seal({})}x`],
    ['is no sealed text', async () => 'sealed'],
    ['holds no fields', () => sealer.seal('a text')],
    ['holds fields that break the model', () => sealer.seal({ '/risk/registrationNumber': 'not a plate' })],
  ])('answers FAILED, VALIDATION when what was sealed %s', async (_what, seal) => {
    const reply = await replyTo(await dataFor({ sealed: await seal() }));
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'VALIDATION', retryable: false } });
    expect(JSON.stringify(reply)).not.toContain('not a plate');
  });

  it.each([
    ['sums that do not hold', { premium: { ...soundOffer.premium, netMinor: 1 } }],
    ['a negative price', { premium: { ...soundOffer.premium, totalMinor: -5 } }],
    ['a validity that is no instant', { validUntil: 'tomorrow' }],
  ])('never lets out an offer with %s', async (_what, fault) => {
    quote = async () => offered({ ...soundOffer, ...fault });
    const reply = await replyTo(await dataFor());
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: false } });
  });

  it('never lets out a decline without a reason', async () => {
    quote = async () => ({ outcome: 'ANSWERED', status: 'DECLINED', offers: [], declines: [], error: null });
    expect(await replyTo(await dataFor())).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL' } });
  });

  it('asks nobody when the deadline has passed', async () => {
    quote = async () => {
      throw new Error('asked');
    };
    const reply = await replyTo(await dataFor(), { [DEADLINE_HEADER]: new Date(0).toISOString() });
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
  });

  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

  it('ends its work at the deadline of the call', async () => {
    quote = async (_request, signal) => {
      await untilAborted(signal);
      return failed(failure('TIMEOUT', 'out of time', { retryable: true }));
    };
    const deadline = new Date(Date.now() + 300).toISOString();
    const reply = await replyTo(await dataFor(), { [DEADLINE_HEADER]: deadline });
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT' } });
  });

  it('ends its work when the partner has had its timeout, long before the deadline', async () => {
    quote = async (_request, signal) => {
      await untilAborted(signal);
      return failed(failure('TIMEOUT', 'out of time', { retryable: true }));
    };
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    const reply = await replyTo(await dataFor(), { [DEADLINE_HEADER]: deadline, [TIMEOUT_HEADER]: '200' });
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT' } });
  });

  it('stops working when its caller goes away', async () => {
    const leaving = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      quote = async (_request, signal) => {
        leaving.abort();
        await untilAborted(signal);
        resolve();
        return failed(failure('TIMEOUT', 'nobody waits'));
      };
    });
    await expect(post(await dataFor(), {}, leaving.signal)).rejects.toThrow();
    await stopped;
  });

  it('is live and ready whatever its partner does', async () => {
    expect((await fetch(`${url()}/health/live`)).status).toBe(200);
    expect((await fetch(`${url()}/health/ready`)).status).toBe(200);
  });

  it('closes the connection to its partner when it stops', async () => {
    await service.stop();
    expect(closed).toBe(true);
    service = await adapter.start(settings, createLogger('test', 'silent'));
  });

  it('takes published sandbox values in development only', () => {
    expect(settings.PARTNER_TEST_MUTUAL_API_KEY).toBe('published');
    expect(() => readSettings(adapter.settings, { NODE_ENV: 'production' })).toThrow(/PARTNER_TEST_MUTUAL_BASE_URL/);
    expect(() => readSettings(adapter.settings, { NODE_ENV: 'production' })).toThrow(/PARTNER_TEST_MUTUAL_API_KEY/);
  });

  it('reads no secret that the registry does not name', () => {
    expect(() => secretSetting(manifest, 'PASSWORD')).toThrow(/PASSWORD/);
  });
});
