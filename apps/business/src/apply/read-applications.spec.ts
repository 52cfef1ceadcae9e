import { createHash } from 'node:crypto';
import { canonicalErrorOf, eventually, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get, postResults, putDocument } from '../testing/api-calls.js';
import {
  type BusinessUnderTest,
  OPS_KEY,
  OTHER_KEY,
  PUBLIC_KEY,
  startUnderTest,
} from '../testing/business-under-test.js';
import { Applying } from './testing/applying.js';

const SCHEDULE = {
  id: '01989d1a-0000-7000-8000-00000000000d',
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
} as const;
const BYTES = '%PDF-1.4 the schedule of a policy';

describe('a reader of an application', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let applying: Applying;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    applying = new Applying(business);
  });
  afterEach(() => business.stop());

  const pending = (applicationId: string) =>
    postResults(business, [{ applicationId, attempt: 1, outcome: 'PENDING' }]).expect(200);
  const issue = (applicationId: string) => {
    const policy = { policyNumber: 'AG/PC/2026/0000031', period: { from: '2026-12-01', to: '2027-11-30' } };
    const result = { applicationId, attempt: 1, outcome: 'ISSUED', documents: [SCHEDULE], ...policy } as const;
    return postResults(business, [result]).expect(200);
  };
  const read = (path: string, headers: Record<string, string> = {}) =>
    get(business, path, headers).then((response) => response);
  /** Until every event is published and forgotten, so that nothing else begins to sleep, or ends. */
  const published = () =>
    eventually(() => {
      ports.clock.advance(60);
      expect(ports.outbox.messages).toEqual([]);
    });
  /** A read that is held back by now: it sleeps, and so do its watch and the pulse of those who wait. */
  async function hold(path: string, tag: string) {
    await published();
    const { sleeping } = ports.clock;
    const answer = read(path, { 'if-none-match': tag, prefer: 'wait=20' });
    await eventually(() => expect(ports.clock.sleeping).toBe(sleeping + 3));
    return { answer };
  }

  it('sees a policy only while it stands: none that was heard of after the end, and no document of it', async () => {
    const { id, links } = await applying.submitted();
    const error = canonicalErrorOf({ category: 'UNDERWRITING', retryable: false });
    await postResults(business, [{ applicationId: id, attempt: 1, outcome: 'REFUSED', error }]).expect(200);
    await issue(id);
    await putDocument(business, id, SCHEDULE.id, BYTES).expect(204);
    const nothing = { policyNumber: null, period: null, documents: [] };
    const { body } = await read(links.self);
    expect(body).toMatchObject({ status: 'NEEDS_ATTENTION', refund: { status: 'DUE' }, ...nothing });
    const path = `${links.self}/documents/${SCHEDULE.id}`;
    expect((await read(path)).status).toBe(404);
    const ops = { authorization: `Bearer ${OPS_KEY}` };
    const { items } = (await read('/v1/ops/applications?status=NEEDS_ATTENTION', ops)).body;
    expect(items).toMatchObject([{ id, policyNumber: 'AG/PC/2026/0000031', period: { from: '2026-12-01' } }]);
    const resolve = (action: string) =>
      applying.post(`/v1/ops/applications/${id}/resolutions`, { action, reason: 'looked' }, ops).expect(200);
    await resolve('REJECT');
    expect((await read(links.self)).body).toMatchObject({ status: 'REJECTED', ...nothing });
    const another = await applying.submitted();
    await postResults(business, [{ applicationId: another.id, attempt: 1, outcome: 'REFUSED', error }]).expect(200);
    await issue(another.id);
    await putDocument(business, another.id, SCHEDULE.id, BYTES).expect(204);
    await applying
      .post(`/v1/ops/applications/${another.id}/resolutions`, { action: 'MARK_ISSUED', reason: 'looked' }, ops)
      .expect(200);
    const marked = (await read(another.links.self)).body;
    expect(marked).toMatchObject({
      status: 'ISSUED',
      policyNumber: 'AG/PC/2026/0000031',
      documents: [{}],
      refund: null,
    });
  });

  it('has each version once', async () => {
    const { id, links } = await applying.submitted();
    const first = await read(links.self);
    expect(first.headers.etag).toBe('"1"');
    expect((await read(links.self, { 'if-none-match': '"1"' })).status).toBe(304);
    await pending(id);
    const second = await read(links.self, { 'if-none-match': '"1"' });
    expect(second.status).toBe(200);
    expect(second.headers.etag).toBe('"2"');
    expect(second.body).toMatchObject({ version: 2, status: 'PENDING_PARTNER', events: [{ attempt: 1 }, {}] });
  });

  it('may wait for the next one, which comes as soon as there is one', async () => {
    const { id, links } = await applying.submitted();
    const held = await hold(links.self, '"1"');
    await pending(id);
    const { status, headers, body } = await held.answer;
    expect(status).toBe(200);
    expect(headers['preference-applied']).toBe('wait=20');
    expect(body.version).toBe(2);
  });

  it('is told of a price that expires while they wait', async () => {
    const { links } = await applying.priceChanged(1_788_161);
    ports.clock.advance(86_400_000 - 10_000);
    const { headers } = await read(links.self);
    const held = await hold(links.self, headers.etag ?? '');
    ports.clock.advance(10_050);
    expect((await held.answer).body.status).toBe('EXPIRED');
  });

  it('does not see the platform’s own fault notes', async () => {
    const { id, links } = await applying.submitted();
    const error = canonicalErrorOf({ category: 'TIMEOUT', messageForOps: 'for operators only' });
    await postResults(business, [{ applicationId: id, attempt: 1, outcome: 'UNKNOWN', error }]).expect(200);
    const { body, text } = await read(links.self);
    expect(body).toMatchObject({ status: 'OUTCOME_UNKNOWN', events: [{}, { reason: 'TIMEOUT' }] });
    expect(text).not.toContain('for operators only');
  });

  describe('of its documents', () => {
    it('sees them once their bytes are kept, and gets these as they came', async () => {
      const { id, links } = await applying.submitted();
      await issue(id);
      const href = `${links.self}/documents/${SCHEDULE.id}`;
      expect((await read(links.self)).body).toMatchObject({ status: 'ISSUED', documents: [] });
      expect((await read(href)).status).toBe(404);
      await putDocument(business, id, SCHEDULE.id, BYTES).expect(204);
      const sha256 = createHash('sha256').update(BYTES).digest('hex');
      expect((await read(links.self)).body).toMatchObject({
        ...{ policyNumber: 'AG/PC/2026/0000031', period: { from: '2026-12-01', to: '2027-11-30' } },
        documents: [{ ...SCHEDULE, sha256, href }],
      });
      const { status, headers, body } = await get(business, href).buffer(true);
      expect(status).toBe(200);
      expect(Buffer.from(body).toString()).toBe(BYTES);
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(BYTES.length),
        'content-disposition': 'attachment; filename="policy-schedule.pdf"',
        etag: `"${sha256}"`,
        'repr-digest': `sha-256=:${createHash('sha256').update(BYTES).digest('base64')}:`,
        'x-content-type-options': 'nosniff',
      });
      expect((await read(href, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
    });

    it('sees none of another application’s, and nobody else sees theirs', async () => {
      const { id, links, accessToken = '' } = await applying.submitted();
      await issue(id);
      await putDocument(business, id, SCHEDULE.id, BYTES).expect(204);
      const href = `${links.self}/documents/${SCHEDULE.id}`;
      const other = await applying.submitted();
      expect((await read(`${other.links.self}/documents/${SCHEDULE.id}`)).status).toBe(404);
      expect((await read(href, { authorization: `Bearer ${OTHER_KEY}` })).status).toBe(404);
      const anyone = { authorization: `Bearer ${PUBLIC_KEY}` };
      expect((await read(href, anyone)).status).toBe(404);
      expect((await read(href, { ...anyone, 'x-access-token': accessToken })).status).toBe(200);
    });
  });
});
