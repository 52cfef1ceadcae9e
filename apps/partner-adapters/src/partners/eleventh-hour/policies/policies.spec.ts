import { garbled, hangUp, json, text } from '@app/partner-kit/testing';
import { eventually } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { done, IssuingEleventhHour, order, PATH, refusal, running } from '../testing/issuing-eleventh-hour.js';
import { endedWith, ISSUED, ISSUED_REPLY, PRINTED_ORDER } from '../testing/worked-policies.js';

describe('having a policy issued by Eleventh Hour', () => {
  let eleventhHour: IssuingEleventhHour;
  beforeEach(async () => {
    eleventhHour = await IssuingEleventhHour.start();
  });
  afterEach(() => eleventhHour.stop());

  it('submits the order under its key, polls, and returns the policy', async () => {
    expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
    const [submit, ...others] = eleventhHour.submitCalls();
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
    expect(eleventhHour.pollCalls()).toMatchObject([
      { path: `${PATH}/ehp_00000001`, headers: { authorization: 'ApiKey ehk_sandbox_4c1f' } },
    ]);
    expect(eleventhHour.clock.sleeping).toBe(0);
  });

  it('gets the same job for the same order, sent as the same bytes', async () => {
    await eleventhHour.issue();
    await eleventhHour.issue();
    const [first, second] = eleventhHour.submitCalls();
    expect([second?.body, second?.headers['x-request-id']]).toEqual([first?.body, first?.headers['x-request-id']]);
    expect(new Set(eleventhHour.pollCalls().map(({ path }) => path)).size).toBe(1);
  });

  it('says that the policy is being made when the job still runs after six seconds of a poll each', async () => {
    eleventhHour.jobs[1] = [running];
    const startedAt = eleventhHour.clock.now().getTime();
    expect(await eleventhHour.issue()).toEqual({ outcome: 'PENDING' });
    expect(eleventhHour.clock.now().getTime() - startedAt).toBe(6_000);
    expect(eleventhHour.pollCalls()).toHaveLength(5);
    expect(eleventhHour.submitCalls()).toHaveLength(1);
  });

  it('says so too when the time of the call is over before', async () => {
    eleventhHour.jobs[1] = [running];
    const ending = new AbortController();
    const reply = eleventhHour.policies.issue(order, ending.signal);
    await eventually(() => expect(eleventhHour.clock.sleeping).toBe(2));
    ending.abort();
    expect(await reply).toEqual({ outcome: 'PENDING' });
  });

  it.each([
    ['too many polls', refusal(429, 'EH-4290', { 'retry-after': '1' })],
    ['a failure that passes', refusal(503, 'EH-5030')],
    ['a lost answer to a poll', hangUp],
  ])('goes on polling after %s', async (_what, answer) => {
    eleventhHour.jobs[1] = [() => answer, done(ISSUED)];
    expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
  });

  it.each([
    ['refused our key', refusal(401, 'EH-4010'), 'AUTHENTICATION'],
    ['is cut', garbled(200, { jobId: 'ehp_00000001', state: 'DONE', result: ISSUED }), 'PROTOCOL'],
    ['is another job', json(200, { jobId: 'ehp_00000009', state: 'DONE', result: ISSUED }), 'PROTOCOL'],
    ['says 400', refusal(400, 'EH-4001'), 'VALIDATION'],
    ['is HTML', text(200, 'text/html', '<html></html>'), 'PROTOCOL'],
  ])('does not know what became of the job when a poll of it %s', async (_what, answer, category) => {
    eleventhHour.jobs[1] = [() => answer];
    expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
    expect(eleventhHour.submitCalls()).toHaveLength(1);
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
    eleventhHour.submits[1] = refusal(status, code);
    expect(await eleventhHour.issue()).toMatchObject({ outcome, error: { category } });
    expect(eleventhHour.partner.calls).toHaveLength(1);
  });

  it.each([
    ['lost', hangUp, 'TIMEOUT'],
    ['cut', garbled(202, { jobId: 'ehp_00000001' }), 'PROTOCOL'],
    ['of a gateway', text(502, 'text/html', '<html></html>'), 'UNAVAILABLE'],
    ['a job with an id that is no part of a path', json(202, { jobId: '../quote-requests/ehj_1' }), 'PROTOCOL'],
  ])('does not know whether there is a job when the answer to the submit is %s', async (_what, answer, category) => {
    eleventhHour.submits[1] = answer;
    expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category } });
    expect(eleventhHour.partner.calls).toHaveLength(1);
  });

  it('submits no second job for one that failed for good', async () => {
    eleventhHour.jobs[1] = [done(endedWith('EH-5001', false))];
    expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'PARTNER_INTERNAL' } });
    expect(eleventhHour.submitCalls()).toHaveLength(1);
  });
});
