import type { QuoteStore } from '@app/ports';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DESCRIBED_OPERATIONS, type DescribedOperation } from './testing/described-operations.js';
import { fuzzOperation } from './testing/fuzz-operation.js';
import { FuzzWorld } from './testing/fuzz-world.js';

/**
 * `FUZZ_RUNS=10000` (calls of an operation without a body; the others get more) makes a long run of it, with another
 * seed each time; `FUZZ_SEED` repeats one that failed.
 */
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const A_LONG_TIME_MS = 24 * 3_600_000;

/** The same calls in every ordinary run, so that a failure is of the change that was made. */
const SEED = Number(FUZZ_SEED ?? (FUZZ_RUNS === undefined ? 20_261_123 : Date.now()));

const named = (method: string, path: string): DescribedOperation => {
  const found = DESCRIBED_OPERATIONS.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`The document has no ${method} ${path}`);
  return found;
};

/** Most of what can be done wrong is done wrong in a body. */
const runsOf = ({ examples, isForClients }: DescribedOperation): number => {
  const weight = examples.length > 0 ? 8 : isForClients ? 2 : 1;
  return weight * Number(FUZZ_RUNS ?? 150);
};

const SUCCESSES = [200, 202, 204];

describe('whatever is sent to the API', () => {
  let world: FuzzWorld;
  beforeAll(async () => {
    world = await FuzzWorld.start();
  });
  afterAll(() => world.stop());

  it.each(DESCRIBED_OPERATIONS.map((operation) => ({ operation, name: `${operation.method} ${operation.path}` })))(
    'is answered at $name as the document says, and refused in a problem document',
    async ({ operation }) => {
      const subjects = await world.subjects();
      const seen = await fuzzOperation(world, operation, { subjects, numRuns: runsOf(operation), seed: SEED });
      // Had everything been turned away at the door, little would have been tried.
      const promised = SUCCESSES.filter((status) => status in operation.responses);
      expect([...seen]).toEqual(expect.arrayContaining(promised));
    },
    A_LONG_TIME_MS,
  );
});

describe('the fuzzing', () => {
  const quotes = named('GET', '/v1/quote-requests/{id}/quotes');

  /** Fuzzes a service whose store is read like this, once there is something to read. */
  async function fuzzedWith(spoil: (soundRead: QuoteStore['read']) => QuoteStore['read']): Promise<unknown> {
    let isPlanted = false;
    const world = await FuzzWorld.start((store) => {
      const soundRead = store.read.bind(store);
      const spoiltRead = spoil(soundRead);
      return { read: (id) => (isPlanted ? spoiltRead(id) : soundRead(id)) };
    });
    const subjects = await world.subjects();
    isPlanted = true;
    try {
      return await fuzzOperation(world, quotes, { subjects, numRuns: 100, seed: SEED, patienceMs: 100 });
    } finally {
      await world.stop();
    }
  }

  it('finds a store that fails', async () => {
    const failing = fuzzedWith(() => () => Promise.reject(new TypeError('cannot read properties of undefined')));
    await expect(failing).rejects.toThrow(/GET \/v1\/quote-requests\/[\s\S]*→ 500: a failure of ours/);
  });

  it('finds a store that never answers', async () => {
    const hanging = fuzzedWith(() => () => new Promise(() => undefined));
    await expect(hanging).rejects.toThrow(/no answer within 100 ms/);
  });

  it('finds an answer that is not as the document has it', async () => {
    const odd = fuzzedWith((soundRead) => async (id) => {
      const progress = await soundRead(id);
      return progress && { ...progress, version: progress.version + 0.5 };
    });
    await expect(odd).rejects.toThrow(/a body against its schema/);
  });
});
