import { partnerAnswer } from '@app/contracts';
import { CallSigner, createLogger } from '@app/platform';
import { eventually, ManualClock, offer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { failure } from '../errors/canonical-failure.js';
import { failed, offered, type ReplyOffer } from '../replies/quote-replies.js';
import { FakePartner, hangUp, json } from '../testing/index.js';
import { LateAnswers } from './late-answers.js';
import { postTo } from './post-answer.js';

// An offer of the domain is the reply's but for its read-only lists.
const reply = offered(offer() as ReplyOffer);
const startedAt = new Date('2026-11-23T10:00:00Z');
const call = {
  requestId: '01934f2a-0000-7000-8000-0000000000a1',
  startedAt,
  acceptLateUntil: new Date('2026-11-23T10:05:00Z'),
};
const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);

describe('an answer that a partner pushed too late for its call', () => {
  let callback: FakePartner;
  let clock: ManualClock;
  let answers: Parameters<typeof FakePartner.start>[0][];

  const late = (callbackUrl: string | undefined) =>
    new LateAnswers({
      partnerId: 'test-mutual',
      post: callbackUrl === undefined ? undefined : postTo(callbackUrl, signer),
      clock,
      newId: () => 'id',
      random: () => 0.5,
      logger: createLogger('test', 'silent'),
    });

  beforeEach(async () => {
    answers = [];
    callback = await FakePartner.start((received) => (answers.shift() ?? (() => json(200, { results: [] })))(received));
    clock = new ManualClock('2026-11-23T10:00:20Z');
  });

  afterEach(() => callback.close());

  it('is posted, signed, to the callback API', async () => {
    await late(callback.url).take(reply, call);
    const [post] = callback.callsTo('/internal/v1/partner-answers');
    expect(signer.isSigned(Buffer.from(post?.body ?? ''), post?.headers ?? {})).toBe(true);
    const [answer] = JSON.parse(post?.body ?? '');
    expect(partnerAnswer.parse(answer)).toMatchObject({
      requestId: call.requestId,
      partner: 'test-mutual',
      answerId: 'ans_id',
      status: 'QUOTED',
      startedAt: '2026-11-23T10:00:00.000Z',
      finishedAt: '2026-11-23T10:00:20.000Z',
    });
  });

  it('is posted again until it is acknowledged', async () => {
    answers = [() => hangUp, () => json(503, {})];
    const taken = late(callback.url).take(reply, call);
    for (const posts of [1, 2]) {
      await eventually(() => expect([callback.calls.length, clock.sleeping]).toEqual([posts, 1]));
      clock.advance(10_000);
    }
    await taken;
    expect(callback.calls).toHaveLength(3);
  });

  it('is given up when nobody takes it any more', async () => {
    answers = [() => json(503, {})];
    const taken = late(callback.url).take(reply, call);
    await eventually(() => expect(clock.sleeping).toBe(1));
    clock.advance(300_000);
    await taken;
    expect(callback.calls).toHaveLength(1);
  });

  it('is given up when the service stops', async () => {
    answers = [() => json(503, {})];
    const answersToPost = late(callback.url);
    const taken = answersToPost.take(reply, call);
    await eventually(() => expect(clock.sleeping).toBe(1));
    answersToPost.stop();
    await taken;
    expect(callback.calls).toHaveLength(1);
  });

  it('is not posted when it failed, is unsound, or there is no callback API', async () => {
    await late(callback.url).take(failed(failure('PARTNER_INTERNAL', 'answered X-500')), call);
    const broken = offer() as ReplyOffer;
    await late(callback.url).take(offered({ ...broken, premium: { ...broken.premium, netMinor: 1 } }), call);
    await late(undefined).take(reply, call);
    expect(callback.calls).toHaveLength(0);
  });
});
