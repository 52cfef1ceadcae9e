import { ok } from '@app/domain';
import { LateAnswers } from '@app/partner-kit';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../testing/canonical-requests.js';
import { quoteHealth } from '../lines/health/line.js';
import { H1, resultOf } from '../testing/worked-answers.js';
import { PushedResults } from './pushed-results.js';
import { QuoteJobs } from './quote-jobs.js';
import { RequestIds } from './request-ids.js';

const h1 = healthRequestFor('h1');
const JOB = 'ehj_00000042';

describe('a job whose result is pushed', () => {
  let clock: ManualClock;
  let pushed: PushedResults;
  let jobs: QuoteJobs;
  let polls: number;
  let posted: unknown[];
  let unused: string[];

  beforeEach(() => {
    clock = new ManualClock();
    [polls, posted, unused] = [0, [], []];
    pushed = new PushedResults({ limit: 1, onUnused: (jobId) => unused.push(jobId) });
    const late = new LateAnswers({
      partnerId: 'eleventh-hour',
      post: async (answer) => posted.push(answer) > 0,
      clock,
      newId: () => 'id',
      random: () => 0,
      logger: { warn: () => undefined },
    });
    const client = {
      submit: async () => ok({ jobId: JOB, pollAfterMs: 1_000 }),
      poll: async () => {
        polls += 1;
        return ok({ state: 'RUNNING' as const, jobId: JOB, pollAfterMs: 1_000 });
      },
    };
    const webhookUrl = 'https://market.example/webhooks/eleventh-hour';
    jobs = new QuoteJobs({ client, clock, requestIds: new RequestIds(), pushed, late, webhookUrl });
  });

  afterEach(() => jobs.stop());

  const ask = (signal = new AbortController().signal) => quoteHealth(jobs, { clock, newId: () => 'id' })(h1, signal);
  const isWaiting = () => eventually(() => expect(clock.sleeping).toBe(1));

  /** A call that its time ended before the job was done. */
  async function ended(): Promise<void> {
    const ending = new AbortController();
    const reply = ask(ending.signal);
    await isWaiting();
    ending.abort();
    expect(await reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
  }

  it('is not polled any more', async () => {
    const reply = ask();
    await isWaiting();
    pushed.push(JOB, resultOf(H1));
    expect(await reply).toMatchObject({ status: 'QUOTED' });
    expect([polls, clock.sleeping]).toEqual([0, 0]);
  });

  it('is read even when the push comes before the 202', async () => {
    pushed.push(JOB, resultOf(H1));
    expect(await ask()).toMatchObject({ status: 'QUOTED' });
    expect(polls).toBe(0);
  });

  it('is no loss when the push comes after its result was read', async () => {
    pushed.push(JOB, resultOf(H1));
    await ask();
    for (const jobId of [JOB, 'ehj_1', 'ehj_2']) pushed.push(jobId, resultOf(H1));
    expect(unused).toEqual(['ehj_1']);
  });

  it('is posted as an answer when nobody waits for it any more', async () => {
    await ended();
    pushed.push(JOB, resultOf(H1));
    await eventually(() => expect(posted).toHaveLength(1));
    expect(posted).toMatchObject([{ requestId: h1.requestId, partner: 'eleventh-hour', status: 'QUOTED' }]);
  });

  it('is not posted when it failed', async () => {
    await ended();
    pushed.push(JOB, { outcome: 'ERROR', error: { code: 'EH-5001', retryable: false } });
    await eventually(() => expect(clock.sleeping).toBe(0));
    expect(posted).toEqual([]);
  });

  it('is listened for no longer than anybody takes a late answer', async () => {
    await ended();
    expect(clock.sleeping).toBe(1);
    clock.advance(300_000);
    expect(clock.sleeping).toBe(0);
    await ended();
    expect(clock.sleeping).toBe(0);
  });
});
