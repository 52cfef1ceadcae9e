import { type NewQuoteRequest, type QuoteStore, StoreUnavailableError } from '@app/ports';
import { inMemoryPorts, newQuoteRequest, offer, quotedAnswer } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { idFor, type Lifecycle } from './quote-ids.js';
import { RoutedQuoteStore } from './routed-quote-store.js';

const away = async (): Promise<never> => {
  throw new StoreUnavailableError('Redis');
};

const createdAt = inMemoryPorts().clock.now();
const inMemory = () => inMemoryPorts().openStore({ changed: () => undefined, committed: () => undefined }, () => []);

describe('two stores as one', () => {
  let stores: Record<Lifecycle, ReturnType<typeof inMemory>>;
  let store: RoutedQuoteStore;
  beforeEach(() => {
    stores = { durable: inMemory(), ephemeral: inMemory() };
    store = new RoutedQuoteStore(stores);
  });

  const request = (lifecycle: Lifecycle, fingerprint?: string): NewQuoteRequest => {
    const prepared = newQuoteRequest({ createdAt, partners: ['acme-general'] });
    const requestId = idFor(lifecycle, prepared.request.requestId);
    const idempotency = fingerprint === undefined ? null : { key: 'one', fingerprint, response: { id: requestId } };
    return { ...prepared, request: { ...prepared.request, requestId }, idempotency };
  };
  const accept = async (lifecycle: Lifecycle): Promise<string> => {
    const prepared = request(lifecycle);
    await store.accept(prepared);
    return prepared.request.requestId;
  };

  it.each<Lifecycle>(['durable', 'ephemeral'])(
    'keeps a request whose id is %s in that store alone',
    async (lifecycle) => {
      const id = await accept(lifecycle);
      expect(await store.read(id)).toMatchObject({ id });
      const kept = Object.entries(stores).filter(([, each]) => each.accepted.has(id));
      expect(kept.map(([name]) => name)).toEqual([lifecycle]);
      expect((await store.withdrawConsent(id))?.consentWithdrawnAt).not.toBeNull();
    },
  );

  it('gives results in the order of the answers, whatever store each is for', async () => {
    const [one, two] = [await accept('ephemeral'), await accept('durable')];
    const answers = [two, one, idFor('durable', one), two].map((requestId) =>
      quotedAnswer({ requestId, partner: 'acme-general' }),
    );
    const results = (await store.record(answers)).map(({ requestId, result }) => [requestId, result]);
    expect(results).toEqual([
      [two, 'STORED'],
      [one, 'STORED'],
      [idFor('durable', one), 'UNKNOWN_REQUEST'],
      [two, 'DUPLICATE'],
    ]);
  });

  it('knows a key that was used in the other store', async () => {
    const first = request('durable', 'body');
    expect(await store.accept(first)).toMatchObject({ outcome: 'ACCEPTED' });
    const response = { id: first.request.requestId };
    expect(await store.accept(request('ephemeral', 'body'))).toEqual({ outcome: 'REPLAYED', response });
    expect(await store.accept(request('ephemeral', 'another body'))).toEqual({ outcome: 'KEY_REUSED' });
  });

  const quote = (requestId: string, offerId: string) =>
    store.record([quotedAnswer({ requestId, partner: 'acme-general', offers: [offer({ offerId })] })]);

  it('finds the requests of an offer in both, the newest first', async () => {
    const later = new Date(createdAt.getTime() + 1_000).toISOString();
    const [old, young] = [request('durable'), request('ephemeral')];
    await store.accept(old);
    await store.accept({ ...young, request: { ...young.request, createdAt: later } });
    for (const { requestId } of [old.request, young.request]) await quote(requestId, 'off_one');
    const found = await store.withOffer('off_one');
    expect(found.map(({ id }) => id)).toEqual([young.request.requestId, old.request.requestId]);
    expect(await store.withOffer('off_two')).toEqual([]);
  });

  it.each<Lifecycle>(['durable', 'ephemeral'])('knows what a %s request asked', async (lifecycle) => {
    const prepared = request(lifecycle);
    await store.accept(prepared);
    const { personal, request: asked } = prepared;
    expect(await store.content(asked.requestId)).toEqual({ request: asked, personal });
  });

  describe('while the ephemeral one is away', () => {
    beforeEach(() => {
      const gone: QuoteStore = {
        accept: away,
        findKey: away,
        read: away,
        withOffer: away,
        content: away,
        record: away,
        completeOverdue: away,
        withdrawConsent: away,
      };
      store = new RoutedQuoteStore({ durable: stores.durable, ephemeral: gone });
    });

    it('goes on with durable requests, with a key too', async () => {
      expect(await store.accept(request('durable', 'body'))).toMatchObject({ outcome: 'ACCEPTED' });
      const id = await accept('durable');
      expect(await store.read(id)).toMatchObject({ id });
    });

    it('finds the durable request of an offer, and says that it cannot know of another one', async () => {
      const id = await accept('durable');
      await quote(id, 'off_one');
      expect(await store.withOffer('off_one')).toMatchObject([{ id }]);
      await expect(store.withOffer('off_two')).rejects.toThrow(StoreUnavailableError);
    });

    it('says of ephemeral ones that it is away', async () => {
      await expect(accept('ephemeral')).rejects.toThrow(StoreUnavailableError);
      await expect(store.read(idFor('ephemeral', '01989d1a-0000-7000-8000-000000000000'))).rejects.toThrow('Redis');
    });

    it('stores the durable answers of a post that it refuses because of another one', async () => {
      const id = await accept('durable');
      const other = idFor('ephemeral', id);
      const answers = [other, id].map((requestId) => quotedAnswer({ requestId, partner: 'acme-general' }));
      await expect(store.record(answers)).rejects.toThrow('Redis');
      expect((await store.read(id))?.rows[0]?.status).toBe('QUOTED');
    });
  });
});
