import { atTime, pendingRow, type QuoteProgress, startProgress } from '@app/domain';
import { createLogger } from '@app/platform';
import { eventually, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { changesAt } from '../read-quotes/quote-deadline.js';
import { WatchedResources } from './watched-resources.js';

const logger = createLogger('watch-spec', 'silent');
const START = '2026-11-23T10:00:00.000Z';
const DEADLINE = '2026-11-23T10:00:20.000Z';

const running = (id: string, version = 1): QuoteProgress =>
  startProgress({
    id,
    version,
    productLine: 'motor-four-wheeler',
    clientId: 'client-one',
    createdAt: START,
    answerDeadline: DEADLINE,
    acceptLateUntil: '2026-11-23T10:05:00.000Z',
    rows: [pendingRow('acme-general', 1)],
  });

describe('a watched quote request', () => {
  let clock: ManualClock;
  /** Of the store, which may be behind or ahead of ours. */
  let storeClock: ManualClock;
  let stored: Map<string, QuoteProgress>;
  let looks: string[];
  let answer: (id: string) => Promise<QuoteProgress | undefined>;
  let blind: boolean;
  let watched: WatchedResources<QuoteProgress>;
  let heard: Map<string, (number | undefined)[]>;

  beforeEach(() => {
    clock = new ManualClock(START);
    storeClock = new ManualClock(START);
    stored = new Map([['one', running('one')]]);
    looks = [];
    heard = new Map();
    blind = false;
    answer = async (id) => {
      const progress = stored.get(id);
      return progress && atTime(progress, storeClock.now());
    };
    watched = new WatchedResources<QuoteProgress>({
      clock,
      changesAt,
      isBlind: () => blind,
      logger,
      read: (id) => {
        looks.push(id);
        return answer(id);
      },
    });
  });

  /** A reader that has read the request before it waits. */
  function reader(name: string, id = 'one') {
    const versions: (number | undefined)[] = [];
    heard.set(name, versions);
    const watching = watched.watch(id, (progress) => versions.push(progress?.version));
    const progress = stored.get(id);
    if (progress !== undefined) watched.changed(progress);
    return watching;
  }
  const store = (id: string, version: number) => stored.set(id, running(id, version));
  const hint = (id: string, version: number) => watched.hinted({ id, version });
  const pass = (ms: number) => {
    clock.advance(ms);
    storeClock.advance(ms);
  };
  /** Lets whatever is ready to happen happen. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('tells everybody who waits what this process commits, and asks nobody', () => {
    reader('first');
    reader('second');
    watched.changed(running('one', 2));
    watched.changed(running('one', 2));
    watched.changed(running('one', 1));
    expect([...heard.values()]).toEqual([[1, 2], [2]]);
    expect(looks).toEqual([]);
  });

  it('is looked at once for all who wait when another replica hints at something newer', async () => {
    for (const name of ['first', 'second', 'third']) reader(name);
    store('one', 2);
    hint('one', 1);
    hint('one', 2);
    hint('one', 2);
    await eventually(() => expect(heard.get('third')).toEqual([2]));
    await settle();
    expect(looks).toEqual(['one']);
  });

  it('is looked at again when a newer hint comes during the look', async () => {
    reader('first');
    const first = Promise.withResolvers<QuoteProgress>();
    const plain = answer;
    answer = () => first.promise;
    hint('one', 2);
    answer = plain;
    store('one', 3);
    hint('one', 3);
    expect(looks).toHaveLength(1);
    first.resolve(running('one', 2));
    await eventually(() => expect(heard.get('first')).toEqual([1, 2, 3]));
    expect(looks).toHaveLength(2);
  });

  it('is not looked at again when the look has found what the newer hint meant', async () => {
    reader('first');
    const first = Promise.withResolvers<QuoteProgress>();
    answer = () => first.promise;
    hint('one', 2);
    hint('one', 3);
    first.resolve(running('one', 3));
    await eventually(() => expect(heard.get('first')).toEqual([1, 3]));
    await settle();
    expect(looks).toHaveLength(1);
  });

  it('is looked at once at its deadline', async () => {
    reader('first');
    reader('second');
    pass(19_000);
    await settle();
    expect(looks).toEqual([]);
    pass(1_050);
    await eventually(() => expect(heard.get('second')).toEqual([3]));
    pass(60_000);
    await settle();
    expect(looks).toEqual(['one']);
  });

  it('is looked at when its newest state says, however that was before', async () => {
    const moving = new WatchedResources<{ id: string; version: number; at: string | null }>({
      clock,
      isBlind: () => false,
      logger,
      changesAt: ({ at }) => at,
      read: async (id) => {
        looks.push(id);
        return { id, version: 9, at: null };
      },
    });
    const versions: (number | undefined)[] = [];
    moving.watch('one', (state) => versions.push(state?.version));
    moving.changed({ id: 'one', version: 1, at: '2026-11-23T10:01:00.000Z' });
    moving.changed({ id: 'one', version: 2, at: '2026-11-23T10:00:05.000Z' });
    clock.advance(5_050);
    await eventually(() => expect(versions).toEqual([1, 2, 9]));
    clock.advance(60_000);
    await settle();
    expect(looks).toEqual(['one']);
  });

  it('is looked at every 50 ms after its deadline until the store’s clock has passed it too', async () => {
    reader('first');
    clock.advance(20_050);
    storeClock.advance(19_900);
    for (const count of [1, 2]) {
      await eventually(() => expect(looks).toHaveLength(count));
      await settle();
      pass(50);
    }
    await eventually(() => expect(looks).toHaveLength(3));
    await settle();
    expect(heard.get('first')).toEqual([1]);
    pass(50);
    await eventually(() => expect(heard.get('first')).toEqual([1, 3]));
  });

  it('is looked at every second while hints do not arrive, and only then', async () => {
    reader('first');
    pass(5_000);
    await settle();
    expect(looks).toEqual([]);
    blind = true;
    for (const count of [1, 2, 3]) {
      pass(1_000);
      await eventually(() => expect(looks).toHaveLength(count));
      await settle();
    }
    blind = false;
    pass(1_000);
    await settle();
    expect(looks).toHaveLength(3);
  });

  it('is looked at once when hints were missed', async () => {
    reader('first');
    store('one', 2);
    watched.missed();
    await eventually(() => expect(heard.get('first')).toEqual([1, 2]));
    expect(looks).toEqual(['one']);
  });

  it('is looked at again after a pause when the store could not be reached', async () => {
    reader('first');
    const plain = answer;
    answer = () => Promise.reject(new Error('away'));
    hint('one', 2);
    await settle();
    expect(looks).toHaveLength(1);
    answer = plain;
    store('one', 2);
    pass(1_000);
    await eventually(() => expect(heard.get('first')).toEqual([1, 2]));
    expect(looks).toHaveLength(2);
  });

  it('is said to be gone when the store has it no more', async () => {
    reader('first');
    stored.clear();
    watched.missed();
    await eventually(() => expect(heard.get('first')).toEqual([1, undefined]));
  });

  it('keeps nothing, and no timer, once nobody waits', async () => {
    const readers = [reader('first'), reader('second')];
    hint('one', 9);
    for (const watching of readers) watching.stop();
    for (const watching of readers) watching.stop();
    expect(watched.size).toBe(0);
    expect(clock.sleeping).toBe(0);
    await settle();
    hint('one', 10);
    watched.missed();
    expect(looks).toEqual(['one']);
    expect(heard.get('first')).toEqual([1]);
  });

  it('is one of many that are looked at, a bounded number at a time', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `request-${index}`);
    for (const id of ids) {
      store(id, 1);
      reader(id, id);
      store(id, 2);
    }
    let [open, most] = [0, 0];
    const plain = answer;
    answer = async (id) => {
      open += 1;
      most = Math.max(most, open);
      await settle();
      open -= 1;
      return plain(id);
    };
    watched.missed();
    await eventually(() => expect([...heard.values()].every((versions) => versions.at(-1) === 2)).toBe(true));
    expect(looks).toHaveLength(100);
    expect(most).toBeLessThanOrEqual(16);
    expect(most).toBeGreaterThan(1);
  });
});
