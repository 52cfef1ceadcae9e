import type { PartnerAnswer } from '@app/domain';
import type { AnswerRecord } from '@app/ports';
import { quotedAnswer } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { AnswerBatches } from './answer-batches.js';

const answer = (partner: string): PartnerAnswer => quotedAnswer({ requestId: 'one', partner });

/** A store that keeps the batches it was handed, and cannot store answers of `poison`. */
class Batches {
  readonly seen: string[][] = [];

  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    this.seen.push(answers.map(({ partner }) => partner));
    await Promise.resolve();
    if (answers.some(({ partner }) => partner === 'poison')) throw new Error('cannot be stored');
    return answers.map(({ requestId, partner }) => ({ requestId, partner, result: 'STORED' }));
  }
}

describe('posted answers', () => {
  it('that arrive while others are being stored go together', async () => {
    const store = new Batches();
    const batches = new AnswerBatches(store);
    const posts = [['a'], ['b', 'c'], ['d']].map((partners) => batches.record(partners.map(answer)));
    const records = await Promise.all(posts);
    expect(store.seen).toEqual([['a'], ['b', 'c', 'd']]);
    expect(records.map((group) => group.map(({ partner }) => partner))).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('do not share the fate of a post that cannot be stored', async () => {
    const batches = new AnswerBatches(new Batches());
    const posts = ['first', 'poison', 'c'].map((partner) => batches.record([answer(partner)]));
    const outcomes = await Promise.allSettled(posts);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are stored in batches of a bounded size, however large a post is', async () => {
    const store = new Batches();
    const batches = new AnswerBatches(store);
    const post = (size: number) => batches.record(Array.from({ length: size }, (_, at) => answer(String(at))));
    await Promise.all([post(1), post(150), post(40), post(20), post(300)]);
    expect(store.seen.map(({ length }) => length)).toEqual([1, 190, 20, 300]);
  });
});
