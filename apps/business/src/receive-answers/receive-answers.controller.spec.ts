import { answerReceipts, PARTNER_ANSWERS_PATH } from '@app/contracts';
import { declinedAnswer, failedAnswer, inMemoryPorts, offer, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { accepted, get, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, signer, startUnderTest } from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';
const partner = 'acme-general';

describe('POST /internal/v1/partner-answers', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let requestId: string;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
    requestId = (await accepted(business, requestToTwo())).id;
  });
  afterEach(() => business.stop());

  const receipts = async (answers: unknown) =>
    answerReceipts.parse((await postAnswers(business, answers).expect(200)).body).results;
  const versionNow = async () => (await get(business, `/v1/quote-requests/${requestId}/quotes`)).body.version;

  it('says what became of each answer, in the order sent', async () => {
    expect(
      await receipts([
        quotedAnswer({ requestId, partner }),
        quotedAnswer({ requestId: UNKNOWN, partner }),
        declinedAnswer({ requestId, partner }),
        failedAnswer({ requestId, partner: 'nobody' }),
        failedAnswer({ requestId, partner: 'cogwheel-direct' }),
      ]),
    ).toEqual([
      { requestId, partner, result: 'STORED' },
      { requestId: UNKNOWN, partner, result: 'UNKNOWN_REQUEST' },
      { requestId, partner, result: 'DUPLICATE' },
      { requestId, partner: 'nobody', result: 'UNKNOWN_REQUEST' },
      { requestId, partner: 'cogwheel-direct', result: 'STORED' },
    ]);
  });

  it('stores late answers but FAILED, and nothing after the end of late answers', async () => {
    ports.clock.advance(20_001);
    expect(await receipts([failedAnswer({ requestId, partner })])).toMatchObject([{ result: 'LATE' }]);
    expect(await receipts([quotedAnswer({ requestId, partner })])).toMatchObject([{ result: 'STORED' }]);
    ports.clock.advance(280_000);
    const other = quotedAnswer({ requestId, partner: 'cogwheel-direct' });
    expect(await receipts([other])).toMatchObject([{ result: 'LATE' }]);
  });

  it.each<[string, (id: string) => unknown]>([
    [
      'TIMED_OUT, which is for the business service to say',
      (id) => ({ ...quotedAnswer({ requestId: id, partner }), status: 'TIMED_OUT' }),
    ],
    ['PENDING', (id) => ({ ...quotedAnswer({ requestId: id, partner }), status: 'PENDING' })],
    [
      'QUOTED without a bindable offer',
      (id) => quotedAnswer({ requestId: id, partner, offers: [offer({ bindable: false })] }),
    ],
    [
      'a premium that does not add up',
      (id) => {
        const { premium, ...rest } = offer();
        return quotedAnswer({ requestId: id, partner, offers: [{ ...rest, premium: { ...premium, netMinor: 1 } }] });
      },
    ],
    [
      'a text that cannot be stored',
      (id) => quotedAnswer({ requestId: id, partner, offers: [offer({ planName: 'P\u0000' })] }),
    ],
    ['something else', () => 'an answer'],
    ['nothing', () => null],
  ])('finds %s INVALID, and stores the other items all the same', async (_, item) => {
    const good = quotedAnswer({ requestId, partner: 'cogwheel-direct' });
    const [bad, stored] = await receipts([item(requestId), good]);
    expect(bad).toMatchObject({ result: 'INVALID', detail: expect.stringMatching(/.{5}/) });
    expect(stored).toEqual({ requestId, partner: 'cogwheel-direct', result: 'STORED' });
    expect(await versionNow()).toBe(2);
  });

  it('tells whose item was invalid, where it says so', async () => {
    expect(await receipts([{ requestId, partner: 7 }, []])).toMatchObject([
      { requestId, partner: null, result: 'INVALID' },
      { requestId: null, partner: null, result: 'INVALID' },
    ]);
  });

  it.each([[[]], [{}], [Array.from({ length: 51 }, () => ({}))]])(
    'takes 1 to 50 answers only, not %j',
    async (body) => {
      const response = await postAnswers(business, body).expect(422);
      expect(response.body.code).toBe('validation-failed');
    },
  );

  it('takes signed calls only', async () => {
    const body = JSON.stringify([quotedAnswer({ requestId, partner })]);
    const post = (headers: object) =>
      request(business.internal)
        .post(PARTNER_ANSWERS_PATH)
        .set({ 'content-type': 'application/json', ...headers })
        .send(body);
    await post({}).expect(401);
    await post(signer.sign(`${body} `)).expect(401);
    await post({ authorization: 'Bearer the-key-of-client-one' }).expect(401);
    expect(await versionNow()).toBe(1);
    await post(signer.sign(body)).expect(200);
  });

  it('takes up to a mebibyte', async () => {
    const planName = 'x'.repeat(200);
    const offers = Array.from({ length: 50 }, () => offer({ planName }));
    const answers = Array.from({ length: 12 }, () => quotedAnswer({ requestId, partner, offers }));
    expect(JSON.stringify(answers).length).toBeGreaterThan(500_000);
    expect(await receipts(answers)).toHaveLength(12);
    await postAnswers(business, [...answers, ...answers]).expect(413);
  });

  it('gives concurrent posts versions without a gap', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => accepted(business, requestToTwo())));
    const answers = ids.flatMap(({ id }) =>
      [partner, 'cogwheel-direct'].map((one) => quotedAnswer({ requestId: id, partner: one })),
    );
    const results = await Promise.all(answers.map((answer) => receipts([answer])));
    expect(results.flat().map(({ result }) => result)).toEqual(answers.map(() => 'STORED'));
    for (const { id } of ids) {
      const { body } = await get(business, `/v1/quote-requests/${id}/quotes`).expect(200);
      expect(body).toMatchObject({ version: 4, status: 'COMPLETED' });
    }
  });
});
