import { hangUp } from '@app/partner-kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { done, IssuingEleventhHour, order, type Polls, refusal, running } from '../testing/issuing-eleventh-hour.js';
import { endedWith, ISSUED, ISSUED_REPLY, refusedWith } from '../testing/worked-policies.js';

const forgotten =
  (status: number): Polls =>
  () =>
    refusal(status, status === 410 ? 'EH-4100' : 'EH-4040');

describe('having a policy issued by Eleventh Hour', () => {
  let eleventhHour: IssuingEleventhHour;
  beforeEach(async () => {
    eleventhHour = await IssuingEleventhHour.start();
  });
  afterEach(() => eleventhHour.stop());

  describe.each([404, 410])('whose job has been forgotten (%p)', (status) => {
    beforeEach(() => {
      eleventhHour.jobs[1] = [forgotten(status)];
    });

    it('submits once more, the same bytes under another key', async () => {
      eleventhHour.jobs[2] = [done(ISSUED)];
      expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
      expect(eleventhHour.asked()).toEqual([1, 2]);
      expect(eleventhHour.keys[0]).toBe(order.key);
      expect(new Set(eleventhHour.submitCalls().map(({ body }) => body)).size).toBe(1);
    });

    it('makes one second job, however many calls find out', async () => {
      eleventhHour.jobs[2] = [running];
      expect(await Promise.all([eleventhHour.issue(), eleventhHour.issue()])).toEqual([
        { outcome: 'PENDING' },
        { outcome: 'PENDING' },
      ]);
      expect(eleventhHour.keys).toHaveLength(2);
    });

    it('stays unknown when a later call cannot submit a third one, after a second that E gave up', async () => {
      eleventhHour.jobs[2] = [done(endedWith('EH-5002', true))];
      eleventhHour.submits[3] = refusal(503, 'EH-5030');
      expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN' });
      expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'UNAVAILABLE' } });
      expect(eleventhHour.asked()).toEqual([1, 2, 3]);
    });

    it('adopts the policy that E names then', async () => {
      eleventhHour.jobs[2] = [done(refusedWith('EH-4093', { policyNumber: 'EH-H-000000071' }))];
      expect(await eleventhHour.issue()).toEqual({ outcome: 'ISSUED', policyNumber: 'EH-H-000000071', documents: [] });
    });

    it('takes the refusal of an offer that nobody has used', async () => {
      eleventhHour.jobs[2] = [done(refusedWith('EH-4091'))];
      expect(await eleventhHour.issue()).toMatchObject({ outcome: 'REFUSED', error: { category: 'QUOTE_EXPIRED' } });
    });

    it('is being made when the second job still runs', async () => {
      eleventhHour.jobs[2] = [running];
      expect(await eleventhHour.issue()).toEqual({ outcome: 'PENDING' });
    });

    it.each([
      ['is forgotten as well', [forgotten(status)], undefined],
      ['failed', [done(endedWith('EH-5002', true))], undefined],
      ['was not accepted', [], refusal(503, 'EH-5030')],
      ['was refused, since E knows the offer no more', [], refusal(400, 'EH-4002')],
      ['has an answer that was lost', [], hangUp],
    ])('stays unknown when the second job %s', async (_what, polls, submit) => {
      eleventhHour.jobs[2] = polls;
      if (submit !== undefined) eleventhHour.submits[2] = submit;
      expect(await eleventhHour.issue()).toMatchObject({ outcome: 'UNKNOWN' });
      expect(eleventhHour.submitCalls()).toHaveLength(2);
    });
  });

  describe('whose job E gave up (EH-5002)', () => {
    beforeEach(() => {
      eleventhHour.jobs[1] = [done(endedWith('EH-5002', true))];
    });

    it('submits once more under another key, since the same one would bring that job for ever', async () => {
      eleventhHour.jobs[2] = [done(ISSUED)];
      expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
      expect(eleventhHour.asked()).toEqual([1, 2]);
    });

    it('asks a later call for the second job again, as long as that one runs', async () => {
      eleventhHour.jobs[2] = [running, running, running, running, running, done(ISSUED)];
      expect(await eleventhHour.issue()).toEqual({ outcome: 'PENDING' });
      expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
      expect(eleventhHour.asked()).toEqual([1, 2, 2]);
    });

    it('finds the second job again after a restart', async () => {
      eleventhHour.jobs[2] = [running, running, running, running, running, done(ISSUED)];
      expect(await eleventhHour.issue()).toEqual({ outcome: 'PENDING' });
      eleventhHour.restart();
      expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
      expect(eleventhHour.asked()).toEqual([1, 2, 1, 2]);
    });

    it('goes on to a third job in a later call when E gave up the second one too', async () => {
      eleventhHour.jobs[2] = [done(endedWith('EH-5002', true))];
      eleventhHour.jobs[3] = [done(ISSUED)];
      expect(await eleventhHour.issue()).toMatchObject({ outcome: 'FAILED' });
      expect(await eleventhHour.issue()).toMatchObject(ISSUED_REPLY);
      expect(eleventhHour.asked()).toEqual([1, 2, 3]);
    });

    it.each([
      ['was given up as well', [done(endedWith('EH-5002', true))], undefined, 'FAILED', 'UNAVAILABLE'],
      ['was not accepted', [], refusal(503, 'EH-5030'), 'FAILED', 'UNAVAILABLE'],
      ['was refused', [], refusal(400, 'EH-4002'), 'REFUSED', 'VALIDATION'],
      ['has an answer that was lost', [], hangUp, 'UNKNOWN', 'TIMEOUT'],
    ])('when the second one %s, is what that says', async (_what, polls, submit, outcome, category) => {
      eleventhHour.jobs[2] = polls;
      if (submit !== undefined) eleventhHour.submits[2] = submit;
      expect(await eleventhHour.issue()).toMatchObject({ outcome, error: { category } });
      expect(eleventhHour.submitCalls()).toHaveLength(2);
    });
  });
});
