import { quoteResult } from '@app/contracts';
import { canonicalErrorOf, declinedAnswer, failedAnswer, inMemoryPorts, offer, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, get, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, OTHER_KEY, startUnderTest } from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';

describe('reading a quote request', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const ask = () => accepted(business, requestToTwo());
  const quotes = (id: string, headers = {}) => get(business, `/v1/quote-requests/${id}/quotes`, headers);
  const task = (id: string, headers = {}) => get(business, `/v1/quote-requests/${id}`, headers);

  it('shows the task while it runs, then sends to its result', async () => {
    const { id, accessToken: _, ...shown } = await ask();
    const running = await task(id).expect(200);
    expect(running.body).toEqual({ id, ...shown });
    expect(running.headers['retry-after']).toBe('1');
    await postAnswers(business, [failedAnswer({ requestId: id, partner: 'acme-general' })]);
    expect((await task(id).expect(200)).body).toMatchObject({ status: 'RUNNING', version: 2, answersReceived: 1 });
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'cogwheel-direct' })]);
    const completed = await task(id).expect(303);
    expect(completed.headers.location).toBe(`/v1/quote-requests/${id}/quotes`);
  });

  it('has one row for every partner from the first read on', async () => {
    const { id, links } = await ask();
    const { body } = await quotes(id).expect(200);
    const pending = {
      status: 'PENDING',
      late: false,
      partial: false,
      attempts: 0,
      startedAt: null,
      finishedAt: null,
      offers: [],
      declines: [],
      error: null,
    };
    expect(body).toEqual({
      id,
      status: 'RUNNING',
      productLine: 'motor-four-wheeler',
      version: 1,
      links,
      createdAt: '2026-11-23T10:00:00.000Z',
      eta: '2026-11-23T10:00:20.000Z',
      completedAt: null,
      counts: { asked: 2, quoted: 0, referred: 0, declined: 0, failed: 0, timedOut: 0, pending: 2 },
      answers: [
        { partner: 'acme-general', partnerName: 'Acme General Insurance', ...pending },
        { partner: 'cogwheel-direct', partnerName: 'Cogwheel Direct', ...pending },
      ],
    });
  });

  it('shows offers unchanged, the cheapest first', async () => {
    const { id } = await ask();
    const dear = quotedAnswer({ requestId: id, partner: 'acme-general', offers: [offer({ totalMinor: 1_738_161 })] });
    const cheap = quotedAnswer({
      requestId: id,
      partner: 'cogwheel-direct',
      offers: [offer({ totalMinor: 1_704_400 })],
    });
    await postAnswers(business, [dear, cheap]).expect(200);
    const { body } = await quotes(id).expect(200);
    expect(quoteResult.parse(body)).toEqual(body);
    expect(body).toMatchObject({ status: 'COMPLETED', version: 4, completedAt: '2026-11-23T10:00:00.000Z' });
    expect(body.answers.map((answer: { partner: string }) => answer.partner)).toEqual([
      'cogwheel-direct',
      'acme-general',
    ]);
    expect(body.answers[0].offers).toEqual(cheap.offers);
  });

  it('tells of a failure in the customer’s words only', async () => {
    const { id } = await ask();
    const error = canonicalErrorOf({
      category: 'TIMEOUT',
      messageKeyForUser: 'partner.tooSlow',
      messageForOps: 'SECRET',
    });
    await postAnswers(business, [failedAnswer({ requestId: id, partner: 'acme-general', error })]).expect(200);
    const { body, text } = await quotes(id).expect(200);
    expect(body.answers[0]).toMatchObject({
      status: 'FAILED',
      attempts: 1,
      error: {
        category: 'TIMEOUT',
        messageKey: 'partner.tooSlow',
        message: 'This insurer did not answer in time.',
      },
    });
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('UPSTREAM_UNAVAILABLE');
  });

  it('shows declines as content', async () => {
    const { id } = await ask();
    const answer = declinedAnswer({ requestId: id, partner: 'acme-general' });
    await postAnswers(business, [answer]).expect(200);
    expect((await quotes(id)).body.answers[0]).toMatchObject({ status: 'DECLINED', declines: answer.declines });
  });

  it('is complete after the deadline, with TIMED_OUT for silence, and late answers still come in', async () => {
    const { id, eta } = await ask();
    ports.clock.advance(20_001);
    const { body } = await quotes(id).expect(200);
    expect(body).toMatchObject({
      status: 'COMPLETED',
      completedAt: eta,
      version: 4,
      counts: { timedOut: 2, pending: 0 },
    });
    expect(body.answers[0]).toMatchObject({ status: 'TIMED_OUT', attempts: 0, startedAt: null, finishedAt: eta });
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200);
    expect((await quotes(id)).body.answers[0]).toMatchObject({ status: 'QUOTED', late: true });
  });

  it('has the version as its tag, and says 304 to whoever has it', async () => {
    const { id } = await ask();
    for (const read of [quotes, task]) {
      expect((await read(id).expect(200)).headers.etag).toBe('"1"');
      const known = await read(id, { 'if-none-match': '"1"' }).expect(304);
      expect(known.text).toBe('');
      expect(known.headers.etag).toBe('"1"');
      await read(id, { 'if-none-match': 'W/"7", W/"1"' }).expect(304);
      await read(id, { 'if-none-match': '"2"' }).expect(200);
    }
  });

  it('is nobody else’s: another client gets what an unknown id gets', async () => {
    const { id } = await ask();
    const other = { authorization: `Bearer ${OTHER_KEY}` };
    for (const path of ['', '/quotes']) {
      const foreign = await get(business, `/v1/quote-requests/${id}${path}`, other).expect(404);
      const unknown = await get(business, `/v1/quote-requests/${UNKNOWN}${path}`, other).expect(404);
      const { instance: _, traceId: __, ...body } = foreign.body;
      expect(unknown.body).toMatchObject(body);
    }
  });

  it('opens to whoever shows its token, and to no token of another request', async () => {
    const [one, two] = [await ask(), await ask()];
    const other = { authorization: `Bearer ${OTHER_KEY}` };
    await quotes(one.id, { ...other, 'x-access-token': one.accessToken }).expect(200);
    await task(one.id, { ...other, 'x-access-token': one.accessToken }).expect(200);
    await quotes(one.id, { ...other, 'x-access-token': two.accessToken }).expect(404);
    await quotes(one.id, { authorization: '', 'x-access-token': one.accessToken }).expect(401);
  });
});
