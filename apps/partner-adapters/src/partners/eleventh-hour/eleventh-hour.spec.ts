import { LateAnswers, PartnerHttp } from '@app/partner-kit';
import {
  type FakeAnswer,
  FakePartner,
  garbled,
  hangUp,
  json,
  LimitedTime,
  reset,
  shorterThanAnnounced,
  silence,
  text,
} from '@app/partner-kit/testing';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../testing/canonical-requests.js';
import { EleventhHourClient } from './client.js';
import { PushedResults } from './jobs/pushed-results.js';
import { QuoteJobs } from './jobs/quote-jobs.js';
import { RequestIds } from './jobs/request-ids.js';
import { quoteHealth } from './lines/health/line.js';
import { toEleventhHour } from './lines/health/to-eleventh-hour.js';
import { done, H1, resultOf } from './testing/worked-answers.js';

const h1 = healthRequestFor('h1');
const patience = () => new AbortController().signal;
const PATH = '/api/v3/quote-requests';
const JOB = 'ehj_00000042';

const submitted = json(202, { jobId: JOB, state: 'QUEUED', statusUrl: `${PATH}/${JOB}`, pollAfterMs: 1_000 });
const running = json(200, { jobId: JOB, state: 'RUNNING', pollAfterMs: 1_000 });
const finished = json(200, done(resultOf(H1)));

const refusal = (status: number, code: string, target: string | null = null, headers: Record<string, string> = {}) =>
  json(status, { errors: [{ code, target, detail: 'No' }], traceId: 'tr-91' }, headers);

const failedJob = (code: string, retryable: boolean) =>
  json(200, done({ outcome: 'ERROR', reasons: [], error: { code, retryable } }));

const next = (answers: FakeAnswer[]) => (answers.length > 1 ? answers.shift() : answers[0]) ?? silence;

describe('asking Eleventh Hour for health cover', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let jobs: QuoteJobs;
  /** The answers to come, the last one for ever. */
  let submits: FakeAnswer[];
  let polls: FakeAnswer[];

  const connect = (webhookUrl: string | undefined) => {
    const client = new EleventhHourClient(http, 'ehk_sandbox_4c1f');
    const late = new LateAnswers({
      partnerId: 'eleventh-hour',
      post: undefined,
      clock,
      newId: () => 'id',
      random: () => 0,
      logger: { warn: () => undefined },
    });
    const pushed = new PushedResults({ onUnused: () => undefined });
    jobs = new QuoteJobs({ client, clock, requestIds: new RequestIds(), pushed, late, webhookUrl });
    return quoteHealth(jobs, { clock, newId: () => 'id' });
  };

  beforeEach(async () => {
    [submits, polls] = [[submitted], [finished]];
    partner = await FakePartner.start(({ method }) => next(method === 'POST' ? submits : polls));
    clock = new ManualClock();
    http = new PartnerHttp({ baseUrl: partner.url, clock });
  });

  afterEach(async () => {
    jobs.stop();
    await http.close();
    await partner.close();
  });

  const pollCalls = () => partner.callsTo(`${PATH}/${JOB}`);
  const submitCalls = () => partner.callsTo(PATH);

  /** Lets time go on, a second whenever the line waits for one. */
  async function inTime<Reply>(reply: Promise<Reply>): Promise<Reply> {
    let isSettled = false;
    const settled = reply.finally(() => {
      isSettled = true;
    });
    await eventually(() => {
      if (clock.sleeping > 0) clock.advance(1_000);
      if (!isSettled) throw new Error('still waiting');
    });
    return settled;
  }

  const ask = (webhookUrl?: string, signal = patience()) => connect(webhookUrl)(h1, signal);

  it('submits the mapped request under an id of its own, polls, and returns the offer', async () => {
    expect(await inTime(ask())).toMatchObject({ status: 'QUOTED', offers: [{ premium: { totalMinor: 1_518_607 } }] });
    const [submit] = submitCalls();
    const uuidV5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(submit?.headers).toMatchObject({
      authorization: 'ApiKey ehk_sandbox_4c1f',
      'content-type': 'application/json',
    });
    expect(submit?.headers['x-request-id']).toMatch(uuidV5);
    const asked = toEleventhHour(h1);
    expect(JSON.parse(submit?.body ?? '')).toEqual({ ...(asked.ok && asked.value), callback: null });
    expect(pollCalls()).toMatchObject([{ method: 'GET', headers: { authorization: 'ApiKey ehk_sandbox_4c1f' } }]);
  });

  it('calls nobody for a sum that E does not insure', async () => {
    const request = healthRequestFor('h1', { sumInsuredMinor: 2_000_000_000 });
    expect(await connect(undefined)(request, patience())).toMatchObject({ declines: [{ source: 'PLATFORM' }] });
    expect(partner.calls).toHaveLength(0);
  });

  it('says where results are pushed, when they are', async () => {
    await inTime(ask('https://market.example/webhooks/eleventh-hour'));
    expect(JSON.parse(submitCalls()[0]?.body ?? '')).toMatchObject({
      callback: { url: 'https://market.example/webhooks/eleventh-hour' },
    });
  });

  it('never polls sooner than a second after the answer before, and waits longer when it is told to', async () => {
    submits = [json(202, { jobId: JOB, state: 'QUEUED', pollAfterMs: 10 })];
    polls = [json(200, { jobId: JOB, state: 'RUNNING', pollAfterMs: 2_500 }), finished];
    const reply = ask();
    await eventually(() => expect(clock.sleeping).toBe(1));
    clock.advance(999);
    expect(pollCalls()).toHaveLength(0);
    clock.advance(1);
    await eventually(() => expect(clock.sleeping).toBe(1));
    expect(pollCalls()).toHaveLength(1);
    clock.advance(2_499);
    expect(clock.sleeping).toBe(1);
    clock.advance(1);
    expect(await reply).toMatchObject({ status: 'QUOTED' });
    expect(pollCalls()).toHaveLength(2);
  });

  it.each([
    ['is away', refusal(503, 'EH-5030')],
    ['was asked too often', refusal(429, 'EH-4290', null, { 'retry-after': '3' })],
    ['closes the connection', hangUp],
  ])('polls on when E %s for a while', async (_what, answer) => {
    polls = [answer, running, finished];
    expect(await inTime(ask())).toMatchObject({ status: 'QUOTED' });
    expect(submitCalls()).toHaveLength(1);
  });

  it('ends with its signal when the job never does', async () => {
    polls = [running];
    const ending = new AbortController();
    const reply = ask(undefined, ending.signal);
    await eventually(() => expect(clock.sleeping).toBe(1));
    ending.abort();
    expect(await reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
    expect(clock.sleeping).toBe(0);
  });

  /** partners.md E.6. */
  it.each([
    [401, 'EH-4010', 'AUTHENTICATION', false],
    [400, 'EH-4001', 'VALIDATION', false],
    [400, 'EH-4002', 'VALIDATION', false],
    [400, 'EH-4003', 'VALIDATION', false],
    [404, 'EH-4040', 'NOT_FOUND', false],
    [410, 'EH-4100', 'NOT_FOUND', false],
    [429, 'EH-4290', 'RATE_LIMITED', true],
    [503, 'EH-5030', 'UNAVAILABLE', true],
    [400, 'EH-4999', 'PROTOCOL', false],
  ])('reads %p %s as %s', async (httpStatus, code, category, retryable) => {
    submits = [refusal(httpStatus, code)];
    expect(await ask()).toMatchObject({ outcome: 'FAILED', error: { category, retryable, httpStatus } });
    expect(partner.calls).toHaveLength(1);
  });

  it('passes on how long E wants to be left alone', async () => {
    submits = [refusal(503, 'EH-5030', null, { 'retry-after': '2' })];
    expect(await ask()).toMatchObject({ error: { category: 'UNAVAILABLE', retryAfterMs: 2_000 } });
  });

  it('tells operators every field that was refused', async () => {
    submits = [refusal(400, 'EH-4001', 'health.persons[0].birthDate')];
    expect(await ask()).toMatchObject({
      error: { partnerCode: 'EH-4001', messageForOps: 'answered 400 EH-4001 health.persons.0.birthDate EH-4001' },
    });
  });

  it.each([
    ['HTML with a success status', text(200, 'text/html', '<html>'), 'PROTOCOL', false],
    ['half of its answer', garbled(202, { jobId: JOB }), 'PROTOCOL', true],
    ['less than it announced', shorterThanAnnounced(202, { jobId: JOB }), 'PROTOCOL', true],
    ['a job that leads elsewhere', json(202, { jobId: '../policies', pollAfterMs: 1_000 }), 'PROTOCOL', false],
    ['a redirect', text(302, 'text/plain', '', { location: 'http://127.0.0.1:1/' }), 'PROTOCOL', false],
    ['a maintenance page', text(503, 'text/html', '<html>'), 'UNAVAILABLE', true],
    ['a reset', reset, 'TIMEOUT', true],
  ])('reads %s at submit as it is', async (_what, answer, category, retryable) => {
    submits = [answer];
    expect(await ask()).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
  });

  it.each([
    ['half of the result', garbled(200, done(resultOf(H1))), 'PROTOCOL', true],
    ['the result of another job', json(200, { ...done(resultOf(H1)), jobId: 'ehj_7' }), 'PROTOCOL', false],
    ['that the result is gone', refusal(410, 'EH-4100'), 'NOT_FOUND', false],
  ])('fails when a poll answers with %s', async (_what, answer, category, retryable) => {
    polls = [answer];
    expect(await inTime(ask())).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
  });

  describe('asked again', () => {
    const idsAfter = async (first: FakeAnswer[], firstPolls: FakeAnswer[] = [finished]) => {
      const quote = connect(undefined);
      [submits, polls] = [first, firstPolls];
      await inTime(quote(h1, patience()));
      [submits, polls] = [[submitted], [finished]];
      expect(await inTime(quote(h1, patience()))).toMatchObject({ status: 'QUOTED' });
      return submitCalls().map(({ headers }) => headers['x-request-id']);
    };

    it('has the same id, so that E runs no second job', async () => {
      const [first, second] = await idsAfter([refusal(503, 'EH-5030')]);
      expect(second).toBe(first);
    });

    it('has a new id after a job that E gave up', async () => {
      const [first, second] = await idsAfter([submitted], [failedJob('EH-5002', true)]);
      expect(second).not.toBe(first);
    });

    it('has the same id after a job that cannot succeed', async () => {
      const [first, second] = await idsAfter([submitted], [failedJob('EH-5001', false)]);
      expect(second).toBe(first);
    });
  });

  it('is not polled when the partner’s time is nearly over, and asked once in all', async () => {
    polls = [running];
    const deadline = new Date(clock.now().getTime() + 20_000);
    const { signal } = new LimitedTime({ clock, deadline, timeoutMs: 8_000, caller: patience() });
    const reply = connect(undefined)(h1, signal);
    for (let poll = 1; poll <= 2; poll += 1) {
      await eventually(() => expect(clock.sleeping).toBe(2));
      clock.advance(1_000);
      await eventually(() => expect(pollCalls()).toHaveLength(poll));
    }
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(5_901);
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(99);
    expect(await reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
    expect([submitCalls().length, pollCalls().length]).toEqual([1, 2]);
  });
});
