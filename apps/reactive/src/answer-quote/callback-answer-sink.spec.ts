import type { AnswerReceipt } from '@app/contracts';
import { createLogger } from '@app/platform';
import { ManualClock, quotedAnswer } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerRefusedError } from './answer-sink.errors.js';
import { CallbackAnswerSink } from './callback-answer-sink.js';

type Outcome = readonly AnswerReceipt[] | Error;

/** A callback API whose posts wait until the test says how they end. */
class HeldCallback {
  readonly posts: string[][] = [];
  private readonly ends: PromiseWithResolvers<readonly AnswerReceipt[]>[] = [];

  post(answers: readonly string[]): Promise<readonly AnswerReceipt[]> {
    this.posts.push(answers.map((text) => JSON.parse(text).answerId));
    const end = Promise.withResolvers<readonly AnswerReceipt[]>();
    this.ends.push(end);
    return end.promise;
  }

  /** Ends the post under way; by default every answer is stored. */
  async end(outcome?: Outcome): Promise<void> {
    const end = this.ends.at(-1);
    if (outcome instanceof Error) end?.reject(outcome);
    else end?.resolve(outcome ?? (this.posts.at(-1) ?? []).map(() => receipt('STORED')));
    await moment();
  }
}

const receipt = (result: AnswerReceipt['result'], detail?: string): AnswerReceipt => ({
  requestId: null,
  partner: null,
  result,
  ...(detail === undefined ? {} : { detail }),
});

const moment = () => new Promise(setImmediate);
const noRoute = new Error('no route');

describe('posting answers', () => {
  let clock: ManualClock;
  let callback: HeldCallback;
  let sink: CallbackAnswerSink;

  beforeEach(() => {
    clock = new ManualClock();
    callback = new HeldCallback();
    sink = new CallbackAnswerSink({
      client: callback,
      clock,
      random: () => 0.5,
      logger: createLogger('test', 'silent'),
    });
  });

  /** `stored`, or why not. */
  const post = (answerId: string, lateMs = 300_000, planName = 'Car Package') => {
    const [offer] = quotedAnswer({ requestId: 'r', partner: 'p' }).offers;
    const offers = offer === undefined ? [] : [{ ...offer, planName }];
    const answer = quotedAnswer({ requestId: 'request', partner: 'acme-general', answerId, offers });
    return sink.post(answer, new Date(clock.now().getTime() + lateMs)).then(
      () => 'stored',
      (error: unknown) => error,
    );
  };

  it('sends the first one at once, and then all that came meanwhile together', async () => {
    const answers = ['a', 'b', 'c'].map((id) => post(id));
    expect(callback.posts).toEqual([['a']]);
    await callback.end();
    expect(callback.posts).toEqual([['a'], ['b', 'c']]);
    await callback.end();
    expect(await Promise.all(answers)).toEqual(['stored', 'stored', 'stored']);
    void post('d');
    expect(callback.posts.at(-1)).toEqual(['d']);
  });

  it('sends at most fifty together, and not more than a post should hold', async () => {
    const many = Array.from({ length: 61 }, (_, n) => `a${n}`);
    for (const id of many) void post(id);
    await callback.end();
    await callback.end();
    const large = ['b', 'c', 'd'].map((id) => post(id, 300_000, 'x'.repeat(150_000)));
    await callback.end();
    await callback.end();
    await callback.end();
    expect(callback.posts.map(({ length }) => length)).toEqual([1, 50, 10, 2, 1]);
    expect(await Promise.all(large)).toEqual(['stored', 'stored', 'stored']);
  });

  it.each(['STORED', 'DUPLICATE', 'LATE', 'UNKNOWN_REQUEST'] as const)('is content with %s', async (result) => {
    const answer = post('a');
    await callback.end([receipt(result)]);
    expect(await answer).toBe('stored');
  });

  it('refuses what is invalid, and only that', async () => {
    void post('first');
    const answers = [post('a'), post('b')];
    await callback.end();
    await callback.end([receipt('INVALID', 'the sum does not hold'), receipt('STORED')]);
    expect(await Promise.all(answers)).toEqual([new AnswerRefusedError('the sum does not hold'), 'stored']);
  });

  it('tries again, ever more slowly, while the callback API is away', async () => {
    const answer = post('a');
    await callback.end(noRoute);
    clock.advance(99);
    expect(callback.posts).toHaveLength(1);
    clock.advance(1);
    await moment();
    await callback.end(noRoute);
    clock.advance(199);
    await moment();
    expect(callback.posts).toHaveLength(2);
    clock.advance(1);
    await moment();
    await callback.end();
    expect(await answer).toBe('stored');
  });

  it('feels its way with one answer after a failure, so that no other can hold it up', async () => {
    void post('first');
    const answers = [post('poison'), post('b'), post('c')];
    await callback.end();
    await callback.end(new Error('status 500'));
    clock.advance(100);
    await moment();
    expect(callback.posts.at(-1)).toEqual(['poison']);
    await callback.end(new Error('status 500'));
    clock.advance(200);
    await moment();
    expect(callback.posts.at(-1)).toEqual(['b']);
    await callback.end();
    expect(callback.posts.at(-1)).toEqual(['c', 'poison']);
    await callback.end();
    expect(await Promise.all(answers)).toEqual(['stored', 'stored', 'stored']);
  });

  it('refuses the one answer that makes a whole post be refused', async () => {
    void post('first');
    const answers = [post('huge'), post('b')];
    await callback.end();
    await callback.end(new AnswerRefusedError('status 413'));
    clock.advance(100);
    await moment();
    await callback.end(new AnswerRefusedError('status 413'));
    clock.advance(200);
    await moment();
    await callback.end();
    expect(await Promise.all(answers)).toEqual([new AnswerRefusedError('status 413'), 'stored']);
  });

  it('gives up when nobody takes the answer any more', async () => {
    const answer = post('a', 50);
    await callback.end(noRoute);
    clock.advance(100);
    expect(await answer).toEqual(new Error('the answer could not be posted in time'));
    expect(callback.posts).toHaveLength(1);
  });

  it('tries each answer once more when the process stops', async () => {
    const answer = post('a');
    await callback.end(noRoute);
    sink.stopRetrying();
    await moment();
    expect(callback.posts).toEqual([['a'], ['a']]);
    await callback.end(noRoute);
    expect(await answer).toEqual(new Error('stopped before the answer was acknowledged'));
  });
});
