import { ISSUANCE_RESULTS_PATH, WANTED_ATTEMPT_PATH } from '@app/contracts';
import { inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Applying } from '../apply/testing/applying.js';
import { get, postResults, postSigned, putDocument } from '../testing/api-calls.js';
import { type BusinessUnderTest, OPS_KEY, startUnderTest } from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';
const DOCUMENT = {
  id: '01989d1a-0000-5000-8000-00000000000d',
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
} as const;

describe('the internal port for issuance', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let id: string;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    ({ id } = await new Applying(business).submitted());
  });
  afterEach(() => business.stop());

  const isWanted = async (applicationId: string, attempt: number) =>
    (await postSigned(business, WANTED_ATTEMPT_PATH, { applicationId, attempt }).expect(200)).body.isWanted;
  const issue = (rest: object = {}) =>
    postResults(business, [
      { applicationId: id, attempt: 1, outcome: 'ISSUED', policyNumber: 'P-1', documents: [DOCUMENT], ...rest },
    ]).expect(200);

  it('says which attempt still has something to do: the newest, until policy and documents are there', async () => {
    expect(await Promise.all([isWanted(id, 1), isWanted(id, 2), isWanted(UNKNOWN, 1)])).toEqual([true, false, false]);
    await issue();
    expect(await isWanted(id, 1)).toBe(true);
    await putDocument(business, id, DOCUMENT.id, '%PDF-1.7').expect(204);
    expect(await isWanted(id, 1)).toBe(false);
  });

  it('shows a policy to its customer at once, and its document when the bytes are there', async () => {
    await issue();
    const path = `/v1/applications/${id}`;
    expect((await get(business, path).expect(200)).body).toMatchObject({
      status: 'ISSUED',
      policyNumber: 'P-1',
      documents: [],
    });
    await putDocument(business, id, DOCUMENT.id, '%PDF-1.7 bytes').expect(204);
    const { documents } = (await get(business, path).expect(200)).body;
    expect(documents).toMatchObject([{ type: 'POLICY_SCHEDULE', contentType: 'application/pdf' }]);
    expect((await get(business, documents[0].href).expect(200)).body.toString()).toBe('%PDF-1.7 bytes');
  });

  it('takes a document of ten mebibytes, and none that is larger', async () => {
    await issue();
    const text = `%PDF-${'x'.repeat(10 * 1_048_576 - 5)}`;
    await putDocument(business, id, DOCUMENT.id, `${text}x`).expect(413);
    await putDocument(business, id, DOCUMENT.id, text).expect(204);
  });

  it('knows no document that nobody has announced', async () => {
    await putDocument(business, id, DOCUMENT.id, '%PDF-').expect(404);
    await putDocument(business, UNKNOWN, DOCUMENT.id, '%PDF-').expect(404);
    await putDocument(business, id, 'schedule', '%PDF-').expect(404);
  });

  it('takes signed calls only', async () => {
    for (const path of [ISSUANCE_RESULTS_PATH, WANTED_ATTEMPT_PATH])
      await request(business.internal).post(path).send({}).expect(401);
    await request(business.internal)
      .put(`/internal/v1/applications/${id}/documents/${DOCUMENT.id}`)
      .send('x')
      .expect(401);
    await request(business.api).post(ISSUANCE_RESULTS_PATH).send([]).expect(404);
  });

  it.each([[{}], [[]], [Array.from({ length: 51 }, () => ({}))]])('takes 1 to 50 results at once', async (body) => {
    await postSigned(business, ISSUANCE_RESULTS_PATH, body).expect(422);
  });

  it('asks for an application and an attempt, and for nothing else', async () => {
    const { errors } = (await postSigned(business, WANTED_ATTEMPT_PATH, { attempt: 0 }).expect(422)).body;
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/applicationId', '/attempt']);
  });

  describe('and what operators see of it', () => {
    const ops = { authorization: `Bearer ${OPS_KEY}` };
    const list = async (query = '') => (await get(business, `/v1/ops/applications${query}`, ops).expect(200)).body;
    const resolve = (body: unknown, headers = ops) =>
      request(business.api)
        .post(`/v1/ops/applications/${id}/resolutions`)
        .set(headers)
        .send(body as object);
    const mismatch = () =>
      issue({
        ...{ outcome: 'REFUSED', policyNumber: undefined, documents: undefined },
        error: {
          ...{ category: 'PAYMENT_MISMATCH', retryable: false, partnerCode: 'PAYMENT_MISMATCH', attempts: 1 },
          ...{ messageForOps: 'answered PAYMENT_MISMATCH', messageKeyForUser: 'partner.noAnswer' },
        },
      });

    it('lists what needs attention, with its cause, and what is due', async () => {
      expect((await list('?status=NEEDS_ATTENTION')).items).toEqual([]);
      await mismatch();
      expect((await list('?status=NEEDS_ATTENTION')).items).toMatchObject([
        { id, clientId: 'client-one', attempt: 1, nextStepAt: null, cause: { category: 'PAYMENT_MISMATCH' } },
      ]);
      expect((await list('?refund=DUE')).items).toEqual([]);
      const rejected = (await resolve({ action: 'REJECT', reason: 'they will not' }).expect(200)).body;
      expect(rejected).toMatchObject({ status: 'REJECTED', refund: { status: 'DUE' } });
      expect((await list('?refund=DUE')).items).toMatchObject([{ id }]);
      await resolve({ action: 'MARK_REFUNDED', reason: 'sent back' }).expect(200);
      expect((await list('?refund=DUE')).items).toEqual([]);
    });

    it('refuses what is not to be resolved, and keys without the scope', async () => {
      const order = { action: 'RESUBMIT', reason: 'to see' };
      expect((await resolve(order).expect(409)).body.code).toBe('not-resolvable');
      await resolve({ action: 'RESUBMIT' }).expect(422);
      await resolve(order, { authorization: 'Bearer the-key-of-client-one' }).expect(403);
      await get(business, '/v1/ops/applications?status=SOMEHOW', ops).expect(422);
      await get(business, '/v1/ops/applications?cursor=nonsense', ops).expect(422);
    });

    it('does not believe in a policy without a number', async () => {
      await mismatch();
      const order = { action: 'MARK_ISSUED', reason: 'they say so' };
      const { body } = await resolve(order).expect(422);
      expect(body).toMatchObject({
        code: 'validation-failed',
        errors: [{ pointer: '/policyNumber', code: 'REQUIRED' }],
      });
      await resolve({ ...order, policyNumber: 'P-7' }).expect(200);
    });

    it('pages from the newest on', async () => {
      const applying = new Applying(business);
      ports.clock.advance(1_000);
      const second = await applying.submitted();
      ports.clock.advance(1_000);
      const third = await applying.submitted();
      const first = await list('?limit=2');
      expect(first.items.map((item: { id: string }) => item.id)).toEqual([third.id, second.id]);
      const rest = (await get(business, first.links.next, ops).expect(200)).body;
      expect([rest.items.map((item: { id: string }) => item.id), rest.links.next]).toEqual([[id], null]);
    });
  });
});
