import type { QuoteProgress } from '@app/domain';
import { inMemoryPorts, newQuoteRequest, quotedAnswer } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { HotReads } from './hot-reads.js';

/** A store with one request, a cache in front of it, and how often each was asked. */
async function withOneRequest() {
  const cached = new Map<string, QuoteProgress>();
  const asked = { store: 0, cache: 0 };
  const ports = inMemoryPorts();
  const store = ports.openStore(
    { changed: (progress) => reads.changed(progress), committed: () => undefined },
    () => [],
  );
  const hot = {
    async find(id: string) {
      asked.cache += 1;
      return cached.get(id);
    },
    keep: (progress: QuoteProgress) => void cached.set(progress.id, progress),
  };
  const counting = {
    async read(id: string) {
      asked.store += 1;
      return store.read(id);
    },
  };
  const reads = new HotReads(counting, hot);
  const { request, ...rest } = newQuoteRequest({ createdAt: ports.clock.now(), partners: ['acme-general'] });
  await store.accept({ ...rest, request });
  const answer = () => store.record([quotedAnswer({ requestId: request.requestId, partner: 'acme-general' })]);
  return { id: request.requestId, reads, cached, asked, answer };
}

describe('hot reads', () => {
  it('ask the store for a request that runs, every time', async () => {
    const { id, reads, cached, asked } = await withOneRequest();
    await reads.read(id);
    await reads.read(id);
    expect(asked.store).toBe(2);
    expect(cached.size).toBe(0);
  });

  it('serve a complete request from the cache, from the moment at which it is complete', async () => {
    const { id, reads, asked, answer } = await withOneRequest();
    await answer();
    expect(await reads.read(id)).toMatchObject({ version: 3, completedAt: expect.any(String) });
    expect(asked.store).toBe(0);
  });

  it('fill the cache again when it has lost a request', async () => {
    const { id, reads, cached, asked, answer } = await withOneRequest();
    await answer();
    cached.clear();
    await reads.read(id);
    await reads.read(id);
    expect(asked.store).toBe(1);
  });

  it('know nothing of what is nowhere', async () => {
    const { reads } = await withOneRequest();
    expect(await reads.read('01989d1a-0000-7000-8000-000000000000')).toBeUndefined();
  });
});
