import {
  ADAPTER_DOCUMENT_PATH,
  ADAPTER_ISSUANCE_PATH,
  DEADLINE_HEADER,
  type DocumentCall,
  INQUIRE_FIRST_HEADER,
  type IssuanceReply,
  issuanceReply,
  MAX_DOCUMENT_BYTES,
  separatePersonal,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { ok, refused } from '@app/domain';
import { createLogger, type RunningService, readSettings } from '@app/platform';
import { canonicalRequestOf } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { definePartnerAdapter } from '../adapter/define-partner-adapter.js';
import { sealingKeySetting } from '../adapter/settings.js';
import { failure } from '../errors/canonical-failure.js';
import { unlimited } from '../limits/open-limits.js';
import { AdapterCaller } from '../testing/adapter-caller.js';
import { PolicyCaller, type WorkedOrder } from '../testing/policy-caller.js';
import type { PartnerPolicies, PolicyOrder } from './partner-policies.js';

const facts = { secrets: [], rateLimit: null, sessions: null, errorCodes: {}, declineCodes: {} };
const manifest = { id: 'test-mutual', name: 'Test Mutual', ...facts };

const order: WorkedOrder = {
  applicationId: '01934f2a-0000-7000-8000-0000000000b1',
  partnerQuoteRef: 'Q-1',
  planCode: 'STANDARD',
  acceptedTotalMinor: 1_738_161,
  request: canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') }),
  details: {
    proposer: {
      fullName: 'Asha Rao',
      email: 'asha@example.org',
      mobile: '+919800000001',
      address: { line1: '12 Lake Road', city: 'Pune', state: 'MH', pincode: '411001' },
    },
    asset: { engineNumber: 'ENG123456', chassisNumber: 'MA1AB2CD3EF456789' },
    payment: {
      reference: 'PAY-88f1',
      method: 'UPI',
      amountMinor: 1_738_161,
      currency: 'INR',
      capturedAt: '2026-11-23T10:12:00Z',
    },
  },
};

const document = {
  id: '01934f2a-0000-5000-8000-0000000000d1',
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
  reference: '/schedule.pdf',
} as const;
const documentCall = { applicationId: order.applicationId, partnerQuoteRef: 'Q-1', policyNumber: 'P-1', document };

const ISSUED: IssuanceReply = { outcome: 'ISSUED', policyNumber: 'P-1', documents: [document] };
const pdf = Buffer.from('%PDF-1.4\n');

describe('the service around a partner that issues policies', () => {
  let policies: PartnerPolicies;
  let asked: PolicyOrder[];
  let logged: string[];
  let service: RunningService;
  let caller: PolicyCaller;
  let plain: AdapterCaller;

  async function start(): Promise<void> {
    const adapter = definePartnerAdapter({
      manifest,
      settings: { PARTNER_TEST_MUTUAL_SEALING_KEY: sealingKeySetting(manifest) },
      sealingKeys: (settings) => settings.PARTNER_TEST_MUTUAL_SEALING_KEY,
      connect: () => ({ lines: {}, policies, close: async () => undefined }),
    });
    const settings = readSettings(adapter.settings, { INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1' });
    const logger = createLogger('test', 'info', { write: (line: string) => void logged.push(line) });
    service = await adapter.start(settings, logger, unlimited, { steps: 2, baseMs: 0, capMs: 0 });
    caller = new PolicyCaller(manifest.id, service.ports.internal);
    plain = new AdapterCaller(manifest.id, service.ports.internal);
  }

  const does = (changes: Partial<PartnerPolicies>) => Object.assign(policies, changes);

  beforeEach(async () => {
    asked = [];
    logged = [];
    policies = {
      issue: async (given) => {
        asked.push(given);
        return ISSUED;
      },
      fetchDocument: async () => ok({ contentType: 'application/pdf', bytes: pdf }),
    };
    await start();
  });

  afterEach(() => service.stop());

  async function dataFor(changes: Record<string, unknown> = {}) {
    const { details, ...rest } = order;
    const { open, personal } = separatePersonal(order.request);
    const sealed = await plain.seal({ request: personal, application: details });
    const { requestId, productLine } = order.request;
    const of = { partner: manifest.id, requestId, productLine, attempt: 1, acceptances: 0, currency: 'INR' };
    return { ...rest, ...of, request: open, sealed, ...changes };
  }

  const replyTo = async (data: unknown, headers: Record<string, string> = {}) => {
    const response = await plain.post(ADAPTER_ISSUANCE_PATH, data, { headers });
    expect(response.status).toBe(200);
    return issuanceReply.parse(await response.json());
  };

  it('hands the whole order to the partner’s folder, what was sealed in place', async () => {
    expect(await caller.issue(order)).toEqual(ISSUED);
    expect(asked).toMatchObject([order]);
  });

  it('makes one key for each accepted price, whatever the attempt', async () => {
    await caller.issue(order);
    await caller.issue(order, { attempt: 2 });
    await caller.issue(order, { attempt: 3, acceptances: 1 });
    const [first, second, third] = asked;
    expect(second?.key).toBe(first?.key);
    expect(third?.key).not.toBe(first?.key);
  });

  it.each([
    ['a later attempt', { attempt: 2 }],
    ['one that may have reached the partner', { inquireFirst: true }],
  ])('inquires first for %s', async (_what, options) => {
    does({ inquire: async () => ({ outcome: 'PENDING' }) });
    expect(await caller.issue(order, options)).toEqual({ outcome: 'PENDING' });
    expect(asked).toEqual([]);
  });

  it('refuses calls that are not signed, for policies and for documents', async () => {
    const headers = { 'webhook-signature': 'v1,AAAA' };
    for (const path of [ADAPTER_ISSUANCE_PATH, ADAPTER_DOCUMENT_PATH])
      expect((await plain.post(path, await dataFor(), { headers })).status).toBe(401);
  });

  it('refuses a body that is no order, or one for another partner, with everything that is wrong', async () => {
    const response = await plain.post(ADAPTER_ISSUANCE_PATH, { applicationId: 'x', partner: manifest.id });
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/applicationId', '/attempt', '/partnerQuoteRef', '/sealed']),
    );
    const other = await dataFor({ partner: 'acme-general' });
    expect((await plain.post(ADAPTER_ISSUANCE_PATH, other)).status).toBe(422);
    expect((await plain.post(ADAPTER_DOCUMENT_PATH, documentCall)).status).toBe(422);
  });

  it.each([
    [INQUIRE_FIRST_HEADER, 'yes'],
    [DEADLINE_HEADER, 'soon'],
    [TIMEOUT_HEADER, '0'],
  ])('refuses the header %s: %s', async (name, value) => {
    const response = await plain.post(ADAPTER_ISSUANCE_PATH, await dataFor(), { headers: { [name]: value } });
    expect(response.status).toBe(422);
  });

  it.each([
    ['was tampered with', async () => `${await plain.seal({})}x`],
    ['holds no application', () => plain.seal({ request: {} })],
    [
      'breaks the model',
      () => plain.seal({ request: { '/risk/registrationNumber': 'no plate' }, application: order.details }),
    ],
  ])('answers FAILED for our own mistake when what was sealed %s', async (_what, seal) => {
    const reply = await replyTo(await dataFor({ sealed: await seal() }));
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL', retryable: false } });
    expect(asked).toEqual([]);
    expect(logged.filter((line) => JSON.parse(line).level === 50)).toHaveLength(1);
    expect(logged.join('\n')).not.toContain('no plate');
  });

  it.each([
    ['a policy without a number', { outcome: 'ISSUED', policyNumber: '', documents: [] }],
    ['a changed price without the price', { outcome: 'REFUSED', error: failure('PRICE_CHANGED', 'changed') }],
  ] as const)('lets no unsound reply out: %s', async (_what, reply) => {
    does({ issue: async () => ({ ...reply, documents: [] }) });
    expect(await caller.issue(order)).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } });
  });

  it('does not know what became of an order when the partner’s folder breaks down', async () => {
    does({ issue: () => Promise.reject(new Error('of PAY-88f1')) });
    const reply = await caller.issue(order);
    expect(reply).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PROTOCOL' } });
    expect(JSON.stringify(reply)).not.toContain('PAY-88f1');
  });

  it('logs one line for a call, without anything personal', async () => {
    does({ issue: async () => ({ outcome: 'FAILED', error: failure('UNAVAILABLE', 'away', { retryable: true }) }) });
    await caller.issue(order);
    const lines = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'issuance call');
    const what = { outcome: 'FAILED', category: 'UNAVAILABLE', code: null, tries: 2, attempt: 1 };
    expect(lines).toMatchObject([{ applicationId: order.applicationId, partner: manifest.id, ...what }]);
    expect(logged.join('\n')).not.toMatch(/Asha|PAY-88f1|9800000001|ENG123456|MH12AB1234/);
  });

  it('hands out a document under its own type', async () => {
    let call: DocumentCall | undefined;
    does({
      fetchDocument: async (given) => {
        call = given;
        return ok({ contentType: 'application/pdf', bytes: pdf });
      },
    });
    const fetched = await caller.fetchDocument(documentCall);
    expect(fetched).toEqual({ outcome: 'FETCHED', contentType: 'application/pdf', bytes: new Uint8Array(pdf) });
    expect(call).toEqual({ ...documentCall, partner: manifest.id });
  });

  it('hands on why there is no document now', async () => {
    const error = failure('UNAVAILABLE', 'answered 503', { retryable: true });
    does({ fetchDocument: async () => refused(error) });
    expect(await caller.fetchDocument(documentCall)).toEqual({ outcome: 'FAILED', error });
  });

  it.each([
    ['is worth asking for again when the partner has none of an issued policy yet', { httpStatus: 404 }, true],
    ['is not, when the partner was not asked', {}, false],
  ])('says that a document %s', async (_what, more, retryable) => {
    does({ fetchDocument: async () => refused(failure('NOT_FOUND', 'no such document', more)) });
    const fetched = await caller.fetchDocument(documentCall);
    expect(fetched).toMatchObject({ outcome: 'FAILED', error: { category: 'NOT_FOUND', retryable } });
  });

  it.each([
    ['a PDF that is none', { contentType: 'application/pdf', bytes: Buffer.from('<html>') }],
    ['nothing', { contentType: 'image/png', bytes: Buffer.alloc(0) }],
    ['JSON', { contentType: 'application/json', bytes: Buffer.from('{}') }],
    ['too much', { contentType: 'image/png', bytes: Buffer.alloc(MAX_DOCUMENT_BYTES + 1) }],
  ])('hands out no document of %s', async (_what, bytes) => {
    does({ fetchDocument: async () => ok(bytes) });
    expect(await caller.fetchDocument(documentCall)).toMatchObject({
      outcome: 'FAILED',
      error: { category: 'PROTOCOL' },
    });
  });

  it('has no document when the partner’s folder breaks down', async () => {
    does({ fetchDocument: () => Promise.reject(new Error('broken')) });
    expect(await caller.fetchDocument(documentCall)).toMatchObject({ error: { category: 'PROTOCOL' } });
  });
});
