import { ManualClock } from '@app/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DeleteBatcher } from './delete-batcher.js';

/** A queue that remembers what it was asked to delete; `fails` says which receipts it keeps. */
function batcherOn(fails: (attempt: number) => readonly string[] | Error = () => []) {
  const clock = new ManualClock();
  const asked: string[][] = [];
  const queue = {
    name: 'queue',
    async delete(receipts: readonly string[]) {
      asked.push([...receipts]);
      const failed = fails(asked.length);
      if (failed instanceof Error) throw failed;
      return receipts.filter((receipt) => failed.includes(receipt));
    },
  };
  return { clock, asked, batcher: new DeleteBatcher(queue, clock) };
}

describe('deleting messages in batches', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('sends ten at once, without waiting', async () => {
    const { asked, batcher } = batcherOn();
    await Promise.all(Array.from({ length: 10 }, (_, id) => batcher.delete(String(id))));
    expect(asked).toEqual([['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']]);
  });

  it('sends fewer once a moment has passed, and the next ones in a batch of their own', async () => {
    const { clock, asked, batcher } = batcherOn();
    const first = [batcher.delete('a'), batcher.delete('b')];
    clock.advance(100);
    await Promise.all(first);
    const second = batcher.delete('c');
    clock.advance(100);
    await second;
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('tries once more what failed, and only that', async () => {
    const { clock, asked, batcher } = batcherOn((attempt) => (attempt === 1 ? ['b'] : []));
    const deletes = [batcher.delete('a'), batcher.delete('b')];
    clock.advance(100);
    await Promise.all(deletes);
    expect(asked).toEqual([['a', 'b'], ['b']]);
  });

  it('gives up after the second time: the message will come back', async () => {
    const { clock, asked, batcher } = batcherOn(() => new Error('no route'));
    const deleted = batcher.delete('a');
    clock.advance(100);
    await expect(deleted).resolves.toBeUndefined();
    expect(asked).toEqual([['a'], ['a']]);
  });
});
