import { WANTED_PATH, wantedAnswer } from '@app/contracts';
import { StoreUnavailableError } from '@app/ports';
import { inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { accepted, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, signer, startUnderTest } from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';

describe('POST /internal/v1/quote-requests/wanted', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const ask = (question: unknown, headers?: object) => {
    const body = JSON.stringify(question);
    return request(business.internal)
      .post(WANTED_PATH)
      .set({ 'content-type': 'application/json', ...(headers ?? signer.sign(body)) })
      .send(body);
  };
  const unwanted = async (requestIds: string[]) =>
    wantedAnswer.parse((await ask({ requestIds }).expect(200)).body).unwanted;

  it('names those whose consent was withdrawn, and nobody that it does not know', async () => {
    const [kept, withdrawn] = [await accepted(business, requestToTwo()), await accepted(business, requestToTwo())];
    await ports.store().withdrawConsent(withdrawn.id);
    expect(await unwanted([kept.id, withdrawn.id, UNKNOWN, withdrawn.id])).toEqual([withdrawn.id]);
    expect(await unwanted([kept.id])).toEqual([]);
  });

  it('names them also while the store of others is away', async () => {
    const { id } = await accepted(business, requestToTwo());
    const store = ports.store();
    await store.withdrawConsent(id);
    const read = store.read.bind(store);
    store.read = async (wanted) => {
      if (wanted === UNKNOWN) throw new StoreUnavailableError('Redis');
      return read(wanted);
    };
    expect(await unwanted([UNKNOWN, id])).toEqual([id]);
  });

  it('calls a request wanted after its deadline too: late answers are still taken', async () => {
    const { id } = await accepted(business, requestToTwo());
    ports.clock.advance(20_001);
    expect(await unwanted([id])).toEqual([]);
  });

  it.each([[{}], [[]], [{ requestIds: [] }], [{ requestIds: ['x'] }], [{ requestIds: Array(51).fill(UNKNOWN) }]])(
    'takes 1 to 50 ids only, not %j',
    async (question) => {
      expect((await ask(question).expect(422)).body.code).toBe('validation-failed');
    },
  );

  it('takes signed calls only, and only on the internal port', async () => {
    const question = { requestIds: [UNKNOWN] };
    await ask(question, {}).expect(401);
    await ask(question, signer.sign('{}')).expect(401);
    const body = JSON.stringify(question);
    const headers = { 'content-type': 'application/json', ...signer.sign(body) };
    await request(business.api).post(WANTED_PATH).set(headers).send(body).expect(404);
  });
});
