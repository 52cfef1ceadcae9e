import { pendingRow, type QuoteProgress } from '@app/domain';
import { createLogger } from '@app/platform';
import { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { HeldReads } from './held-reads.js';
import { WatchedResources } from './watched-resources.js';

const logger = createLogger('watch-spec', 'silent');
const stored: QuoteProgress = {
  id: '01989d1a-0000-7000-8000-000000000000',
  productLine: 'motor-four-wheeler',
  clientId: 'client-one',
  version: 1,
  completedAt: null,
  consentWithdrawnAt: null,
  createdAt: '2026-11-23T10:00:00.000Z',
  answerDeadline: '2026-11-23T10:00:20.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  rows: [pendingRow('acme-general', 1)],
};

describe('a change that comes while a held read is looking', () => {
  const clock = new ManualClock();
  const watched = new WatchedResources({
    read: async () => stored,
    changesAt: () => null,
    clock,
    isBlind: () => false,
    logger,
  });
  const read = (looking: Promise<QuoteProgress>) =>
    new HeldReads(watched, clock).read({
      id: stored.id,
      look: () => looking,
      isNews: ({ version }) => version !== 2,
      waitMs: 20_000,
      gone: new AbortController().signal,
    });

  it('is what the reader gets, not the state before it', async () => {
    const looking = Promise.withResolvers<QuoteProgress>();
    const held = read(looking.promise);
    watched.changed({ ...stored, version: 3 });
    looking.resolve(stored);
    expect((await held).version).toBe(3);
  });

  it('is not taken for news when the look has found a newer one', async () => {
    const looking = Promise.withResolvers<QuoteProgress>();
    const held = read(looking.promise);
    watched.changed(stored);
    looking.resolve({ ...stored, version: 4 });
    expect((await held).version).toBe(4);
    expect(watched.size).toBe(0);
  });
});
