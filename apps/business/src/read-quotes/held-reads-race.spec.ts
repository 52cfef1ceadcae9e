import { pendingRow, type QuoteProgress } from '@app/domain';
import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { ChangeFeed } from './change-feed.js';
import { HeldReads } from './held-reads.js';

const stored: QuoteProgress = {
  id: '01989d1a-0000-7000-8000-000000000000',
  productLine: 'motor-four-wheeler',
  clientId: 'client-one',
  version: 1,
  completedAt: null,
  createdAt: '2026-11-23T10:00:00.000Z',
  answerDeadline: '2026-11-23T10:00:20.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  rows: [pendingRow('acme-general', 1)],
};

describe('a change that comes while a held read is looking', () => {
  it('is what the reader gets, not the state before it', async () => {
    const feed = new ChangeFeed();
    const looking = Promise.withResolvers<QuoteProgress>();
    const read = new HeldReads(feed, new ManualClock()).read({
      id: stored.id,
      look: () => looking.promise,
      isNews: ({ version }) => version !== 1,
      waitMs: 20_000,
      gone: new AbortController().signal,
    });
    feed.changed({ ...stored, version: 2 });
    looking.resolve(stored);
    expect((await read).version).toBe(2);
  });
});
