import { type IssuanceReply, issuanceReply } from '@app/contracts';
import { PartnerHttp } from '@app/partner-kit';
import {
  type FakeAnswer,
  FakePartner,
  garbled,
  hangUp,
  json,
  type ReceivedCall,
  silence,
  text,
} from '@app/partner-kit/testing';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EleventhHourClient } from '../client.js';
import {
  endedWith,
  HEALTH_ORDER,
  ISSUED,
  ISSUED_REPLY,
  PRINTED_ORDER,
  refusedWith,
  withKeys,
} from '../testing/worked-policies.js';
import { EleventhHourPolicies } from './policies.js';

const PATH = '/api/v3/policies';
const order = withKeys(HEALTH_ORDER);
const patience = () => new AbortController().signal;

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { errors: [{ code, target: null, detail: 'No' }], traceId: 'tr-91' }, headers);

/** What each job says when it is polled, the last answer for ever. Jobs are made one for each id. */
type Polls = (jobId: string) => FakeAnswer;
const running: Polls = (jobId) => json(200, { jobId, state: 'RUNNING', pollAfterMs: 1_000 });
const done =
  (result: object): Polls =>
  (jobId) =>
    json(200, { jobId, state: 'DONE', result });
const forgotten =
  (status = 410): Polls =>
  () =>
    refusal(status, status === 410 ? 'EH-4100' : 'EH-4040');

const next = <Item>(items: Item[]): Item | undefined => (items.length > 1 ? items.shift() : items[0]);

describe('having a policy issued by Eleventh Hour', () => {
  let clock: ManualClock;
  let partner: FakePartner;
  let http: PartnerHttp;
  let policies: EleventhHourPolicies;
  /** By the number of the job, from 1. */
  let jobs: Record<number, Polls[]>;
  /** What a submit is answered with instead, by its number. */
  let submits: Record<number, FakeAnswer>;
  /** Ids of jobs, in the order of their keys. */
  let keys: string[];

  const submitted = ({ headers }: ReceivedCall): FakeAnswer => {
    const key = headers['x-request-id'] ?? '';
    if (!keys.includes(key)) keys.push(key);
    const number = keys.indexOf(key) + 1;
    const jobId = `ehp_0000000${number}`;
    return submits[number] ?? json(202, { jobId, state: 'QUEUED', statusUrl: `${PATH}/${jobId}` });
  };

  const polled = ({ path }: ReceivedCall): FakeAnswer => {
    const jobId = path.slice(PATH.length + 1);
    const say = next(jobs[Number(jobId.slice(-1))] ?? []);
    return say?.(jobId) ?? silence;
  };

  beforeEach(async () => {
    [jobs, submits, keys] = [{ 1: [done(ISSUED)] }, {}, []];
    partner = await FakePartner.start((call) => (call.method === 'POST' ? submitted(call) : polled(call)));
    clock = new ManualClock();
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    restart();
  });

  /** The adapter as it is after its start: what it remembers is lost. */
  const restart = () => {
    policies = new EleventhHourPolicies(new EleventhHourClient(http, 'ehk_sandbox_4c1f'), clock);
  };

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const submitCalls = () => partner.callsTo(PATH);
  /** The jobs that were asked for, by their number, in the order of the submits. */
  const asked = () => submitCalls().map(({ headers }) => keys.indexOf(headers['x-request-id'] ?? '') + 1);
  const pollCalls = () => partner.calls.filter(({ method }) => method === 'GET');

  /** Lets time go on, a second whenever the next poll is waited for. */
  async function issue(signal = patience()): Promise<IssuanceReply> {
    let isSettled = false;
    const settled = policies.issue(order, signal).finally(() => {
      isSettled = true;
    });
    await eventually(() => {
      // One sleeper is the end of the watch.
      if (clock.sleeping > 1) clock.advance(1_000);
      if (!isSettled) throw new Error('still waiting');
    });
    return issuanceReply.parse(await settled);
  }

  it('submits the order under its key, polls, and returns the policy', async () => {
    expect(await issue()).toMatchObject(ISSUED_REPLY);
    const [submit, ...others] = submitCalls();
    expect(others).toEqual([]);
    expect(submit).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'ApiKey ehk_sandbox_4c1f',
        'content-type': 'application/json',
        'x-request-id': order.key,
      },
      body: PRINTED_ORDER,
    });
    expect(pollCalls()).toMatchObject([
      { path: `${PATH}/ehp_00000001`, headers: { authorization: 'ApiKey ehk_sandbox_4c1f' } },
    ]);
    expect(clock.sleeping).toBe(0);
  });

  it('gets the same job for the same order, sent as the same bytes', async () => {
    await issue();
    await issue();
    const [first, second] = submitCalls();
    expect([second?.body, second?.headers['x-request-id']]).toEqual([first?.body, first?.headers['x-request-id']]);
    expect(new Set(pollCalls().map(({ path }) => path)).size).toBe(1);
  });

  it('says that the policy is being made when the job still runs after six seconds of a poll each', async () => {
    jobs[1] = [running];
    const startedAt = clock.now().getTime();
    expect(await issue()).toEqual({ outcome: 'PENDING' });
    expect(clock.now().getTime() - startedAt).toBe(6_000);
    expect(pollCalls()).toHaveLength(5);
    expect(submitCalls()).toHaveLength(1);
  });

  it('says so too when the time of the call is over before', async () => {
    jobs[1] = [running];
    const ending = new AbortController();
    const reply = policies.issue(order, ending.signal);
    await eventually(() => expect(clock.sleeping).toBe(2));
    ending.abort();
    expect(await reply).toEqual({ outcome: 'PENDING' });
  });

  it.each([
    ['too many polls', refusal(429, 'EH-4290', { 'retry-after': '1' })],
    ['a failure that passes', refusal(503, 'EH-5030')],
    ['a lost answer to a poll', hangUp],
  ])('goes on polling after %s', async (_what, answer) => {
    jobs[1] = [() => answer, done(ISSUED)];
    expect(await issue()).toMatchObject(ISSUED_REPLY);
  });

  it.each([
    ['refused our key', refusal(401, 'EH-4010'), 'AUTHENTICATION'],
    ['is cut', garbled(200, { jobId: 'ehp_00000001', state: 'DONE', result: ISSUED }), 'PROTOCOL'],
    ['is another job', json(200, { jobId: 'ehp_00000009', state: 'DONE', result: ISSUED }), 'PROTOCOL'],
    ['says 400', refusal(400, 'EH-4001'), 'VALIDATION'],
    ['is HTML', text(200, 'text/html', '<html></html>'), 'PROTOCOL'],
  ])('does not know what became of the job when a poll of it %s', async (_what, answer, category) => {
    jobs[1] = [() => answer];
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
    expect(submitCalls()).toHaveLength(1);
  });

  /** partners.md E.6, before there is a job. */
  it.each([
    [401, 'EH-4010', 'FAILED', 'AUTHENTICATION'],
    [400, 'EH-4001', 'REFUSED', 'VALIDATION'],
    [400, 'EH-4002', 'REFUSED', 'VALIDATION'],
    [400, 'EH-4003', 'REFUSED', 'VALIDATION'],
    [429, 'EH-4290', 'FAILED', 'RATE_LIMITED'],
    [503, 'EH-5030', 'FAILED', 'UNAVAILABLE'],
    [400, 'EH-4999', 'UNKNOWN', 'PROTOCOL'],
  ])('reads %p %s at the submit as %s, %s', async (status, code, outcome, category) => {
    submits[1] = refusal(status, code);
    expect(await issue()).toMatchObject({ outcome, error: { category } });
    expect(partner.calls).toHaveLength(1);
  });

  it.each([
    ['lost', hangUp, 'TIMEOUT'],
    ['cut', garbled(202, { jobId: 'ehp_00000001' }), 'PROTOCOL'],
    ['of a gateway', text(502, 'text/html', '<html></html>'), 'UNAVAILABLE'],
    ['a job with an id that is no part of a path', json(202, { jobId: '../quote-requests/ehj_1' }), 'PROTOCOL'],
  ])('does not know whether there is a job when the answer to the submit is %s', async (_what, answer, category) => {
    submits[1] = answer;
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
    expect(partner.calls).toHaveLength(1);
  });

  describe.each([404, 410])('whose job has been forgotten (%p)', (status) => {
    beforeEach(() => {
      jobs[1] = [forgotten(status)];
    });

    it('submits once more, the same bytes under another key', async () => {
      jobs[2] = [done(ISSUED)];
      expect(await issue()).toMatchObject(ISSUED_REPLY);
      expect(asked()).toEqual([1, 2]);
      expect(keys[0]).toBe(order.key);
      expect(new Set(submitCalls().map(({ body }) => body)).size).toBe(1);
    });

    it('makes one second job, however many calls find out', async () => {
      jobs[2] = [running];
      expect(await Promise.all([issue(), issue()])).toEqual([{ outcome: 'PENDING' }, { outcome: 'PENDING' }]);
      expect(keys).toHaveLength(2);
    });

    it('stays unknown when a later call cannot submit a third one, after a second that E gave up', async () => {
      jobs[2] = [done(endedWith('EH-5002', true))];
      submits[3] = refusal(503, 'EH-5030');
      expect(await issue()).toMatchObject({ outcome: 'UNKNOWN' });
      expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'UNAVAILABLE' } });
      expect(asked()).toEqual([1, 2, 3]);
    });

    it('adopts the policy that E names then', async () => {
      jobs[2] = [done(refusedWith('EH-4093', { policyNumber: 'EH-H-000000071' }))];
      expect(await issue()).toEqual({ outcome: 'ISSUED', policyNumber: 'EH-H-000000071', documents: [] });
    });

    it('takes the refusal of an offer that nobody has used', async () => {
      jobs[2] = [done(refusedWith('EH-4091'))];
      expect(await issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'QUOTE_EXPIRED' } });
    });

    it('is being made when the second job still runs', async () => {
      jobs[2] = [running];
      expect(await issue()).toEqual({ outcome: 'PENDING' });
    });

    it.each([
      ['is forgotten as well', [forgotten(status)], undefined],
      ['failed', [done(endedWith('EH-5002', true))], undefined],
      ['was not accepted', [], refusal(503, 'EH-5030')],
      ['was refused, since E knows the offer no more', [], refusal(400, 'EH-4002')],
      ['has an answer that was lost', [], hangUp],
    ])('stays unknown when the second job %s', async (_what, polls, submit) => {
      jobs[2] = polls;
      if (submit !== undefined) submits[2] = submit;
      expect(await issue()).toMatchObject({ outcome: 'UNKNOWN' });
      expect(submitCalls()).toHaveLength(2);
    });
  });

  describe('whose job E gave up (EH-5002)', () => {
    beforeEach(() => {
      jobs[1] = [done(endedWith('EH-5002', true))];
    });

    it('submits once more under another key, since the same one would bring that job for ever', async () => {
      jobs[2] = [done(ISSUED)];
      expect(await issue()).toMatchObject(ISSUED_REPLY);
      expect(asked()).toEqual([1, 2]);
    });

    it('asks a later call for the second job again, as long as that one runs', async () => {
      jobs[2] = [running, running, running, running, running, done(ISSUED)];
      expect(await issue()).toEqual({ outcome: 'PENDING' });
      expect(await issue()).toMatchObject(ISSUED_REPLY);
      expect(asked()).toEqual([1, 2, 2]);
    });

    it('finds the second job again after a restart', async () => {
      jobs[2] = [running, running, running, running, running, done(ISSUED)];
      expect(await issue()).toEqual({ outcome: 'PENDING' });
      restart();
      expect(await issue()).toMatchObject(ISSUED_REPLY);
      expect(asked()).toEqual([1, 2, 1, 2]);
    });

    it('goes on to a third job in a later call when E gave up the second one too', async () => {
      jobs[2] = [done(endedWith('EH-5002', true))];
      jobs[3] = [done(ISSUED)];
      expect(await issue()).toMatchObject({ outcome: 'FAILED' });
      expect(await issue()).toMatchObject(ISSUED_REPLY);
      expect(asked()).toEqual([1, 2, 3]);
    });

    it.each([
      ['was given up as well', [done(endedWith('EH-5002', true))], undefined, 'FAILED', 'UNAVAILABLE'],
      ['was not accepted', [], refusal(503, 'EH-5030'), 'FAILED', 'UNAVAILABLE'],
      ['was refused', [], refusal(400, 'EH-4002'), 'REFUSED', 'VALIDATION'],
      ['has an answer that was lost', [], hangUp, 'UNKNOWN', 'TIMEOUT'],
    ])('when the second one %s, is what that says', async (_what, polls, submit, outcome, category) => {
      jobs[2] = polls;
      if (submit !== undefined) submits[2] = submit;
      expect(await issue()).toMatchObject({ outcome, error: { category } });
      expect(submitCalls()).toHaveLength(2);
    });
  });

  it('submits no second job for one that failed for good', async () => {
    jobs[1] = [done(endedWith('EH-5001', false))];
    expect(await issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PARTNER_INTERNAL' } });
    expect(submitCalls()).toHaveLength(1);
  });
});
